import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { exportMembers } from '@sotay/domain/members'
import { exportMembersInput } from '@sotay/domain/members/inputs'
import { authorize, NotFound } from '@sotay/kernel'
import { fileAnswer } from '../../server/file-answer'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { addressOf, ROSTER, readAddress } from './roster-address'
import { questionOf } from './roster-question.server'

/** There is nothing to read here: the page before it tells what may leave. */
export const loader = tenantLoader(async (ctx) => {
  authorize(ctx, 'members.read')
  throw new NotFound()
})

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
