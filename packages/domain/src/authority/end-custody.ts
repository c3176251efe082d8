import { addDays, type TransactionContext, todayOf } from '@sotay/kernel'
import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { decider, roleGrant, takeRoles } from '../accounts'
import { custody } from './schema'

type Custody = typeof custody.$inferSelect

/**
 * Ends a custody, and the role that came with it, with the day before `on`. One that has no day left was cancelled.
 * From today on, the role is gone with the next request.
 */
export async function endCustody(
  tx: TransactionContext,
  held: Custody,
  on: string,
  reason: string | null,
): Promise<void> {
  const last = addDays(on, -1)
  const ending = { endedBy: decider(tx), endReason: reason }
  await tx.db
    .update(custody)
    .set(last < held.validFrom ? { ...ending, cancelled: true } : { ...ending, validUntil: last })
    .where(eq(custody.id, held.id))
  const own = and(eq(roleGrant.source, 'seat'), eq(roleGrant.sourceId, held.id))
  if (on <= todayOf(tx)) {
    await takeRoles(tx, own)
    return
  }
  const longer = or(isNull(roleGrant.validUntil), gte(roleGrant.validUntil, on))
  await tx.db.update(roleGrant).set({ validUntil: last, endedBy: ending.endedBy }).where(and(own, longer))
}
