import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { openTable, writeWorkbook } from '@sotay/sheets'
import { and, asc, eq, gt } from 'drizzle-orm'
import { ofBatch } from './apply-rows'
import type { BatchReference, RosterField } from './inputs'
import { rosterFields } from './inputs'
import { loadBatch } from './load-batch'
import { rosterLimits } from './roster-limits'
import { importRow, type RowError } from './schema'

/** Words of a file: the caller has the texts. */
export interface FileWords {
  sheet: string
  heading(field: RosterField): string
}

/** An empty roster with the headings the import knows, to be filled in. */
export function writeTemplate(ctx: TenantContext, words: FileWords, example: Partial<Record<RosterField, string>>) {
  authorize(ctx, 'imports.manage')
  const columns = rosterFields.map((field) => ({ header: words.heading(field), value: () => example[field] ?? null }))
  return writeWorkbook({ sheet: words.sheet, columns }, [null])
}

/**
 * The rejected lines as they stand in the file, under its own headings, with why before them: to be mended and sent in again.
 * @throws NotFound outside the actor's scope · Conflict once the file is purged
 */
export async function writeRejected(
  ctx: TenantContext,
  { batchId }: BatchReference,
  words: { sheet: string; reason: string; sentence(field: string, error: RowError): string },
): Promise<{ file: Buffer; name: string }> {
  const batch = await loadBatch(ctx, batchId)
  if (batch.purgedAt) throw new Conflict('imports.purged')
  const rows = batch.totals.outcomes.rejected ?? 0
  await transaction(ctx, async (tx) => audit(tx, 'imports.rejected-taken', { id: batchId }, { rows }))
  const { body } = await ctx.files.get(ctx.files.stored(batch.fileKey))
  async function* lines() {
    const rejected = rejectedRows(ctx, batchId)
    let next = await rejected.next()
    for await (const { line, cells } of openTable(body, batch.fileName, rosterLimits)) {
      if (next.done) return
      if (line !== next.value.line) continue
      const reasons = Object.entries(next.value.errors ?? {}).map(([field, error]) => words.sentence(field, error))
      yield { cells, reason: reasons.join(' ') }
      next = await rejected.next()
    }
  }
  const columns = [
    ...batch.headers.map((header, at) => ({
      header: header || `${at + 1}`,
      width: 20,
      value: ({ cells }: Rejected) => cells[at] ?? null,
    })),
    { header: words.reason, width: 60, value: ({ reason }: Rejected) => reason },
  ]
  const file = await writeWorkbook({ sheet: words.sheet, columns }, lines())
  return { file, name: batch.fileName.replace(/\.\w+$/, '') }
}

interface Rejected {
  cells: string[]
  reason: string
}

const AT_ONCE = 1_000

async function* rejectedRows(ctx: TenantContext, batchId: string) {
  let after = 0
  for (;;) {
    const rows = await ctx.db
      .select({ line: importRow.line, errors: importRow.errors })
      .from(importRow)
      .where(and(ofBatch(batchId), eq(importRow.outcome, 'rejected'), gt(importRow.line, after)))
      .orderBy(asc(importRow.line))
      .limit(AT_ONCE)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.line
  }
}
