import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { exportMembers } from '@sotay/domain/members'
import { exportMembersInput } from '@sotay/domain/members/inputs'
import { fileAnswer } from '../../server/file-answer'
import { postOnly } from '../../server/post-only'
import { tenantAction } from '../../server/tenant-action'
import { addressOf, ROSTER, readAddress } from './roster-address'
import { questionOf } from './roster-question.server'

/** There is nothing to read here: the page before it tells what may leave. */
export const loader = postOnly('members.read')

const write = tenantAction(exportMembersInput.pick({ columns: true, format: true }), async (ctx, chosen, { url }) => {
  const { filter, order, also } = questionOf(ctx, readAddress(url.searchParams))
  const { name, content } = await exportMembers(ctx, { ...filter, order, ...chosen }, also)
  return fileAnswer(content, name)
})

/** The file itself; what is refused leads back to the page that says what may leave. */
export const action = async (args: ActionFunctionArgs) => {
  const answer = await write(args)
  if (answer instanceof Response) return answer
  return redirect(addressOf(`${ROSTER}/xuat`, readAddress(new URL(args.request.url).searchParams), { loi: '1' }), 303)
}
