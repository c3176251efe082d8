import { audit, Conflict, enqueue, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { type BatchReference, batchInput } from './inputs'
import { holdBatch } from './load-batch'
import { importBatch } from './schema'
import { undoStep } from './undo-batch'

/**
 * Has an import taken back as a whole.
 * @throws NotFound outside the actor's scope · Conflict when it was not committed, or its rows are purged
 */
export async function startUndo(ctx: TenantContext, input: BatchReference): Promise<void> {
  const { batchId } = batchInput.parse(input)
  await transaction(ctx, async (tx) => {
    const held = await holdBatch(tx, batchId)
    if (held.status !== 'committed') throw new Conflict('imports.not-now')
    if (held.purgedAt) throw new Conflict('imports.purged')
    await tx.db.update(importBatch).set({ status: 'undoing', progress: 0 }).where(eq(importBatch.id, batchId))
    audit(tx, 'imports.undo-started', { id: batchId })
    enqueue(tx, undoStep, { batchId, by: changedBy(tx) })
  })
}
