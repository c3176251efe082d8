import { audit, Conflict, enqueue, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { commitStep } from './commit-batch'
import { type BatchReference, batchInput } from './inputs'
import { holdBatch } from './load-batch'
import { importBatch } from './schema'

/**
 * Has a checked file taken into the roster.
 * @throws NotFound outside the actor's scope · Conflict when it is not checked, purged, or holds nothing to take
 */
export async function startCommit(ctx: TenantContext, input: BatchReference): Promise<void> {
  const { batchId } = batchInput.parse(input)
  await transaction(ctx, async (tx) => {
    const held = await holdBatch(tx, batchId)
    if (held.purpose !== 'import') throw new NotFound()
    if (held.status !== 'checked') throw new Conflict('imports.not-now')
    if (held.purgedAt) throw new Conflict('imports.purged')
    const { new: added = 0, changed = 0 } = held.totals.outcomes
    if (added + changed === 0) throw new Conflict('imports.nothing-to-take')
    await tx.db
      .update(importBatch)
      .set({ status: 'committing', progress: 0, line: 0 })
      .where(eq(importBatch.id, batchId))
    audit(tx, 'imports.commit-started', { id: batchId }, { outcomes: held.totals.outcomes })
    enqueue(tx, commitStep, { batchId, by: changedBy(tx) })
  })
}
