import { authorize, inScope, isId, NotFound, type TenantContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { type DecisionScan, scanOf, unit } from '../organisation'
import { custody, seat } from './schema'

/** The scan of the decision by which a custodian was appointed. @throws NotFound outside the scope, or without one */
export async function openCustodyScan(ctx: TenantContext, { custodyId }: { custodyId: string }): Promise<DecisionScan> {
  const scope = authorize(ctx, 'authority.read')
  if (!isId(custodyId)) throw new NotFound()
  const [found] = await ctx.db
    .select({ decisionId: custody.decisionId })
    .from(custody)
    .innerJoin(seat, eq(seat.id, custody.seatId))
    .innerJoin(unit, eq(unit.id, seat.unitId))
    .where(and(eq(custody.id, custodyId), inScope(unit.path, scope)))
  if (!found?.decisionId) throw new NotFound()
  return scanOf(ctx, found.decisionId)
}
