import { FileNotFound } from '@sotay/files'
import { audit, defineJob, enqueue, type TenantContext, todayOf } from '@sotay/kernel'
import { openTable, SheetRefused, type TableLine } from '@sotay/sheets'
import { eq, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { type BatchJob, batchJobInput, CHUNK, onBatch, RUN_LIMIT_SECONDS, runClock } from './batch-job'
import { addTotals } from './batch-totals'
import { type ClassifiedLine, classifyLines, type Place } from './classify-lines'
import { findDifferences } from './find-differences'
import { openUnitFinder } from './find-units'
import type { Mapping } from './guess-mapping'
import type { HeldBatch } from './lock-batch'
import { readLine } from './read-values'
import { rosterLimits } from './roster-limits'
import { importBatch, importRow } from './schema'

export const checkStep = { name: 'imports.check', input: batchJobInput }

/**
 * Holds a file against the roster, a thousand lines in one transaction: taken up again where it was left, whoever was
 * killed. Memory does not grow with the file.
 */
export const checkBatch = defineJob({
  ...checkStep,
  concurrency: 2,
  limitSeconds: RUN_LIMIT_SECONDS,
  async handler(ctx, job: BatchJob) {
    const { batchId } = job
    const batch = await onBatch(ctx, batchId, { status: 'checking' }, async (_, held) => held)
    if (!batch) return
    try {
      await readOn(ctx, batch, job)
    } catch (error) {
      const failure = failureOf(error)
      if (!failure) throw error
      await onBatch(ctx, batchId, { status: 'checking' }, (tx) =>
        tx.db
          .update(importBatch)
          .set({ status: 'failed', ...failure })
          .where(eq(importBatch.id, batchId)),
      )
    }
  },
})

async function readOn(ctx: TenantContext, batch: HeldBatch, job: BatchJob): Promise<void> {
  const place = await placeOf(ctx, batch)
  const { body } = await ctx.files.get(ctx.files.stored(batch.fileKey))
  const timeLeft = runClock()
  let lines: TableLine[] = []
  let reached = Math.max(batch.line, batch.headerLine)
  // While a thousand lines are written the next thousand are read; never more than these two are in memory.
  let written: ReturnType<typeof writeLines> = Promise.resolve(true)
  const write = (handOver?: BatchJob) => {
    written = writeLines(ctx, batch, { place, lines, from: reached, handOver })
    written.catch(() => undefined)
    reached = lines.at(-1)?.line ?? reached
    lines = []
  }
  try {
    for await (const line of openTable(body, batch.fileName, rosterLimits)) {
      if (line.line <= reached) continue
      lines.push(line)
      if (lines.length < CHUNK) continue
      if (!(await written)) return
      const goOn = timeLeft()
      write(goOn ? undefined : job)
      if (!goOn) return
    }
    if (!(await written)) return
    if (lines.length > 0) write()
    if (await written) await finish(ctx, batch.id, reached)
  } finally {
    await written
  }
}

async function placeOf(ctx: TenantContext, batch: HeldBatch): Promise<Place> {
  const finder = await openUnitFinder(ctx, batch.unitPath, todayOf(ctx))
  const [own] = await ctx.db.select({ kind: unit.kind }).from(unit).where(eq(unit.id, batch.unitId))
  const cellId = own?.kind === 'cell' ? batch.unitId : undefined
  return { batchId: batch.id, path: batch.unitPath, finder, cellId }
}

interface Portion {
  place: Place
  lines: readonly TableLine[]
  /** The line the batch must stand at. */
  from: number
  /** The next run, when this one ends here. */
  handOver?: BatchJob
}

const writeLines = (ctx: TenantContext, { id, headerLine }: HeldBatch, { place, lines, from, handOver }: Portion) =>
  onBatch(
    ctx,
    id,
    { status: 'checking', reached: ({ line }) => Math.max(line, headerLine) === from },
    async (tx, held) => {
      const read = lines.map(({ line, cells }) => readLine(tx, line, cells, held.mapping as Mapping))
      const rows = await classifyLines(tx, read, place)
      await insertRows(tx, id, rows)
      await tx.db
        .update(importBatch)
        .set({
          totals: addTotals(held.totals, rows),
          progress: held.progress + rows.length,
          line: lines.at(-1)?.line ?? held.line,
        })
        .where(eq(importBatch.id, id))
      if (handOver) enqueue(tx, checkStep, handOver)
      return true
    },
  )

async function insertRows(
  tx: Pick<TenantContext, 'db'>,
  batchId: string,
  rows: readonly ClassifiedLine[],
): Promise<void> {
  await tx.db.execute(sql`
    insert into ${importRow} (batch_id, line, outcome, member_id, card, "values", errors, before, revision)
    select ${batchId}::uuid, line, outcome, "memberId", card, "values", errors, before, revision
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as given(line integer, outcome text, "memberId" uuid,
      card text, "values" jsonb, errors jsonb, before jsonb, revision integer)`)
}

const finish = (ctx: TenantContext, batchId: string, reached: number) =>
  onBatch(
    ctx,
    batchId,
    { status: 'checking', reached: ({ line, headerLine }) => Math.max(line, headerLine) === reached },
    async (tx, held) => {
      if (held.purpose === 'reconciliation') await findDifferences(tx, held)
      const empty = held.progress === 0
      await tx.db
        .update(importBatch)
        .set(empty ? { status: 'failed', failure: 'imports.file-empty' } : { status: 'checked' })
        .where(eq(importBatch.id, batchId))
      audit(tx, 'imports.checked', { id: batchId }, { purpose: held.purpose, outcomes: held.totals.outcomes })
    },
  )

/** Why a file cannot be read, for the page; nothing for what a later try may mend. */
function failureOf(error: unknown): { failure: string; failureLine: number | null } | undefined {
  if (error instanceof SheetRefused) return { failure: `imports.file-${error.code}`, failureLine: error.line ?? null }
  if (error instanceof FileNotFound) return { failure: 'imports.file-gone', failureLine: null }
  return undefined
}
