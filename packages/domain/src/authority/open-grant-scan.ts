import { authorize, inScope, isId, NotFound, type TenantContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { type DecisionScan, scanOf, unit } from '../organisation'

/** The scan of the decision that a role was granted by. @throws NotFound outside the scope, or without one */
export async function openGrantScan(ctx: TenantContext, { grantId }: { grantId: string }): Promise<DecisionScan> {
  const scope = authorize(ctx, 'authority.read')
  if (!isId(grantId)) throw new NotFound()
  const [found] = await ctx.db
    .select({ decisionId: roleGrant.decisionId })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(and(eq(roleGrant.id, grantId), inScope(unit.path, scope)))
  if (!found?.decisionId) throw new NotFound()
  return scanOf(ctx, found.decisionId)
}
