import type { TransactionContext } from '@sotay/kernel'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { delegation } from '../accounts/schema'
import { custody, grantProposal, seat, userGroup, userGroupRole } from '../authority/schema'
import { changedBy } from '../members'

/**
 * Closes what units that end hold: seats with their custodies, groups, delegations, roles proposed.
 * @returns how many seats were closed
 * Source: QN 2.6, 6.7
 */
export async function closeOffices(tx: TransactionContext, { on }: { on: string }, unitIds: string[]): Promise<number> {
  if (unitIds.length === 0) return 0
  const now = tx.clock.now()
  const closed = await tx.db
    .update(seat)
    .set({ closedAt: now })
    .where(and(inArray(seat.unitId, unitIds), isNull(seat.closedAt)))
    .returning({ id: seat.id })
  await endCustodies(
    tx,
    on,
    closed.map(({ id }) => id),
  )
  await tx.db
    .update(userGroup)
    .set({ closedAt: now })
    .where(and(inArray(userGroup.unitId, unitIds), isNull(userGroup.closedAt)))
  await tx.db.delete(userGroupRole).where(inArray(userGroupRole.unitId, unitIds))
  await tx.db
    .update(delegation)
    .set({ endedAt: now })
    .where(and(inArray(delegation.unitId, unitIds), isNull(delegation.endedAt)))
  await tx.db
    .update(grantProposal)
    .set({ status: 'withdrawn', decidedAt: now })
    .where(and(inArray(grantProposal.unitId, unitIds), eq(grantProposal.status, 'awaiting')))
  return closed.length
}

// One that had not begun by then holds no days.
async function endCustodies(tx: TransactionContext, on: string, seatIds: string[]): Promise<void> {
  if (seatIds.length === 0) return
  const lasting = sql`(${custody.validUntil} is null or ${custody.validUntil} >= ${on}::date)`
  await tx.db
    .update(custody)
    .set({
      validUntil: sql`greatest(${custody.validFrom}, ${on}::date - 1)`,
      cancelled: sql`${custody.validFrom} >= ${on}::date`,
      endedBy: changedBy(tx),
    })
    .where(and(inArray(custody.seatId, seatIds), lasting, eq(custody.cancelled, false)))
}
