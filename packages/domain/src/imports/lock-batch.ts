import { NotFound, type TransactionContext } from '@sotay/kernel'
import { eq, getTableColumns } from 'drizzle-orm'
import { unit } from '../organisation'
import { importBatch } from './schema'

export type HeldBatch = typeof importBatch.$inferSelect & { unitPath: string }

/** A batch with the path of its unit, held until the transaction ends: steps of one file follow one another. */
export async function lockBatch(tx: TransactionContext, batchId: string): Promise<HeldBatch> {
  const [found] = await tx.db
    .select({ ...getTableColumns(importBatch), unitPath: unit.path })
    .from(importBatch)
    .innerJoin(unit, eq(unit.id, importBatch.unitId))
    .where(eq(importBatch.id, batchId))
    .for('update', { of: importBatch })
  if (!found) throw new NotFound()
  return found
}
