import { redirect } from '@remix-run/node'
import { readTransferee } from '@sotay/domain/transfers'
import { tenantLoader } from '../../server/tenant-loader'
import { QUEUE } from './addresses'

/** From a member's page to the form that asks for their transfer. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const { id } = await readTransferee(ctx, { memberId: params.memberId ?? '' })
  return redirect(`${QUEUE}/moi?dang-vien=${id}`, 303)
})
