import {
  audit,
  authorize,
  Conflict,
  covers,
  may,
  NotFound,
  type TenantContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { delegation } from '../accounts'
import { unit } from '../organisation'
import { type DelegationReference, delegationInput } from './inputs'

/**
 * Takes a delegation back, from the next request on: who gave it, who holds the office now, or who manages roles there.
 * @throws NotFound for anybody else · Conflict when it is over
 */
export async function endDelegation(ctx: TenantContext, input: DelegationReference): Promise<void> {
  authorize(ctx, 'authority.read')
  const { delegationId } = delegationInput.parse(input)
  await transaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ given: delegation, path: unit.path })
      .from(delegation)
      .innerJoin(unit, eq(unit.id, delegation.unitId))
      .where(eq(delegation.id, delegationId))
      .for('update', { of: delegation })
    if (!found || !mayTakeBack(tx, found.given, found.path)) throw new NotFound()
    if (found.given.endedAt || found.given.validUntil < todayOf(tx)) throw new Conflict('authority.delegation-over')
    await tx.db.update(delegation).set({ endedAt: tx.clock.now() }).where(eq(delegation.id, delegationId))
    audit(tx, 'authority.delegation-ended', { id: delegationId }, { unitId: found.given.unitId })
  })
}

/** Whether the actor may take a delegation at the unit of `path` back. */
export function mayTakeBack(
  ctx: TenantContext,
  given: { fromMemberId: string; unitId: string },
  path: string,
): boolean {
  const { actor } = ctx
  if (may(ctx, 'authority.manage') && covers(authorize(ctx, 'authority.manage'), path)) return true
  if (actor.kind !== 'member') return false
  const role = ctx.config.accounts.approvedBy?.role
  return (
    given.fromMemberId === actor.memberId ||
    actor.grants.some((grant) => grant.role === role && grant.unitId === given.unitId)
  )
}
