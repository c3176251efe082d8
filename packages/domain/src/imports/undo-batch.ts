import { audit, defineJob, enqueue, type TenantContext } from '@sotay/kernel'
import { and, desc, eq, lte } from 'drizzle-orm'
import { ofBatch, toTake } from './apply-rows'
import { type BatchJob, batchJobInput, onBatch, RUN_LIMIT_SECONDS, runClock } from './batch-job'
import { importBatch, importRow } from './schema'
import { undoRows } from './undo-rows'

export const undoStep = { name: 'imports.undo', input: batchJobInput }

const CHUNK = 500

/** Takes a whole import back, from its end: who was touched since is left as is and listed. */
export const undoBatch = defineJob({
  ...undoStep,
  concurrency: 2,
  limitSeconds: RUN_LIMIT_SECONDS,
  async handler(ctx, job: BatchJob) {
    const timeLeft = runClock()
    while ((await undoChunk(ctx, job, timeLeft())) === 'more') if (!timeLeft()) return
  },
})

/** @param goOn false hands the rest on to the next run */
const undoChunk = (ctx: TenantContext, job: BatchJob, goOn: boolean) =>
  onBatch(ctx, job.batchId, { status: 'undoing' }, async (tx, held) => {
    const rows = await tx.db
      .select()
      .from(importRow)
      .where(and(ofBatch(held.id), toTake, lte(importRow.line, held.line)))
      .orderBy(desc(importRow.line))
      .limit(CHUNK)
    const left = await undoRows(tx, { batchId: held.id, unitPath: held.unitPath, by: job.by }, rows)
    const totals = { ...held.totals, left: (held.totals.left ?? 0) + left }
    const more = rows.length === CHUNK
    await tx.db
      .update(importBatch)
      .set({
        totals,
        progress: held.progress + rows.length,
        line: (rows.at(-1)?.line ?? 1) - 1,
        ...(more ? {} : { status: 'undone' as const, undoneAt: tx.clock.now() }),
      })
      .where(eq(importBatch.id, held.id))
    if (!more) audit(tx, 'imports.undone', { id: held.id }, { left: totals.left, by: job.by })
    if (more && !goOn) enqueue(tx, undoStep, job)
    return more ? 'more' : 'done'
  })
