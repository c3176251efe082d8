import { readMemberLine } from '@sotay/domain/members'
import { authorize, covers, NotFound, type TenantContext } from '@sotay/kernel'

/** A line that the actor may change, not only read. @throws NotFound otherwise */
export async function lineToChange(ctx: TenantContext, memberId = '') {
  const scope = authorize(ctx, 'members.manage')
  const line = await readMemberLine(ctx, { memberId })
  if (!covers(scope, line.unitPath)) throw new NotFound()
  return line
}
