import type { TransactionContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { importRow, reconciliationItem } from './schema'

/** Removes what a check wrote. */
export async function clearRows(tx: TransactionContext, batchId: string): Promise<void> {
  await tx.db.delete(reconciliationItem).where(eq(reconciliationItem.batchId, batchId))
  await tx.db.delete(importRow).where(eq(importRow.batchId, batchId))
}
