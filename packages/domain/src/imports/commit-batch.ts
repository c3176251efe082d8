import { audit, defineJob, enqueue, type TenantContext } from '@sotay/kernel'
import { and, asc, eq, gt } from 'drizzle-orm'
import { applyRows, ofBatch, type Refusal, toTake } from './apply-rows'
import { type BatchJob, batchJobInput, CHUNK, onBatch, RUN_LIMIT_SECONDS, runClock } from './batch-job'
import { importBatch, importRow } from './schema'

export const commitStep = { name: 'imports.commit', input: batchJobInput }

/**
 * Takes a checked file into the roster, a thousand rows in one transaction that also says how far it came: killed at any
 * moment, the next run goes on after the last whole thousand, with nothing twice and nothing left out.
 */
export const commitBatch = defineJob({
  ...commitStep,
  concurrency: 2,
  limitSeconds: RUN_LIMIT_SECONDS,
  async handler(ctx, job: BatchJob) {
    const timeLeft = runClock()
    while ((await commitChunk(ctx, job, timeLeft())) === 'more') if (!timeLeft()) return
  },
})

/** @param goOn false hands the rest on to the next run */
const commitChunk = (ctx: TenantContext, job: BatchJob, goOn: boolean) =>
  onBatch(ctx, job.batchId, { status: 'committing' }, async (tx, held) => {
    const rows = await tx.db
      .select()
      .from(importRow)
      .where(and(ofBatch(held.id), toTake, gt(importRow.line, held.line)))
      .orderBy(asc(importRow.line))
      .limit(CHUNK)
    const refused = await applyRows(tx, { batchId: held.id, unitPath: held.unitPath, by: job.by }, rows)
    const totals = moveToRejected(held.totals, rows, refused)
    const more = rows.length === CHUNK
    await tx.db
      .update(importBatch)
      .set({
        totals,
        progress: held.progress + rows.length,
        line: rows.at(-1)?.line ?? held.line,
        ...(more ? {} : { status: 'committed' as const, committedAt: tx.clock.now() }),
      })
      .where(eq(importBatch.id, held.id))
    if (!more) audit(tx, 'imports.committed', { id: held.id }, { outcomes: totals.outcomes, by: job.by })
    if (more && !goOn) enqueue(tx, commitStep, job)
    return more ? 'more' : 'done'
  })

function moveToRejected(
  totals: typeof importBatch.$inferSelect.totals,
  rows: readonly (typeof importRow.$inferSelect)[],
  refused: readonly Refusal[],
) {
  const outcomes = { ...totals.outcomes }
  const errors = { ...totals.errors }
  const lines = new Map(rows.map((row) => [row.line, row.outcome]))
  for (const { line, error } of refused) {
    const outcome = lines.get(line)!
    outcomes[outcome] = (outcomes[outcome] ?? 1) - 1
    outcomes.rejected = (outcomes.rejected ?? 0) + 1
    errors[error.code] = (errors[error.code] ?? 0) + 1
  }
  return { ...totals, outcomes, errors }
}
