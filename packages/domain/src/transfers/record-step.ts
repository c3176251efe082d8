import { audit, newId, type TransactionContext } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { changedBy } from '../members'
import { type TransferStatus, transfer, transferStep } from './schema'

export type TransferChange = Partial<typeof transfer.$inferInsert>

/**
 * Brings a transfer to a state, and keeps who did it.
 * @param action the audit action's name, `transfers.<action>`
 */
export async function recordStep(
  tx: TransactionContext,
  transferId: string,
  status: TransferStatus,
  { action = status, note, set = {} }: { action?: string; note?: string; set?: TransferChange } = {},
): Promise<void> {
  const at = tx.clock.now()
  await tx.db
    .update(transfer)
    .set({ ...set, status, statusAt: at })
    .where(eq(transfer.id, transferId))
  const ordinal = sql<number>`(select count(*) + 1 from ${transferStep} earlier where earlier.transfer_id = ${transferId})`
  await tx.db
    .insert(transferStep)
    .values({ id: newId(at.getTime()), transferId, ordinal, status, at, by: changedBy(tx), note })
  audit(tx, `transfers.${action}`, { id: transferId }, { status })
}
