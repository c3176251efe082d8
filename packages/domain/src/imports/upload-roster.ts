import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { audit, authorize, covers, Invalid, newId, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { composed } from '@sotay/kernel/composed'
import { openTable, SheetRefused, type TableLine } from '@sotay/sheets'
import { and, eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { asOf, unit } from '../organisation'
import { noTotals } from './batch-totals'
import { fingerprintOf, guessMapping } from './guess-mapping'
import { type UploadRoster, uploadRosterInput } from './inputs'
import { rosterLimits } from './roster-limits'
import { importBatch, importMapping } from './schema'

/** Titles of a report may stand above the headings, in so many lines. */
const HEAD_LINES = 12
const SAMPLE_LINES = 4

/**
 * Takes in a roster file for a part of the tree: keeps it under the province's key, finds its headings and maps them, as
 * they were mapped the last time or by their words.
 * @throws Invalid by field when the unit is not within the actor's scope, or the file cannot be read
 * Source: R10, CV 1
 */
export async function uploadRoster(ctx: TenantContext, input: UploadRoster): Promise<{ batchId: string }> {
  const scope = authorize(ctx, 'imports.manage')
  const { purpose, unitId, file } = uploadRosterInput.parse(input)
  const [place] = await ctx.db
    .select({ path: unit.path })
    .from(unit)
    .where(and(eq(unit.id, unitId), asOf(unit, todayOf(ctx))))
  if (!place || !covers(scope, place.path)) throw new Invalid({ unitId: ['imports.unit-needed'] })
  const { header, sample } = await readHead(file)
  const mapping = await mappingOf(ctx, header.cells)
  const batchId = newId()
  const key = ctx.files.key('imports', batchId)
  await ctx.files.put(key, streamOf(file), { contentType: 'application/octet-stream' })
  await transaction(ctx, async (tx) => {
    await tx.db.insert(importBatch).values({
      id: batchId,
      purpose,
      status: 'uploaded',
      unitId,
      fileKey: key,
      fileName: composed(file.name).slice(-200),
      headerLine: header.line,
      headers: header.cells,
      sample: sample.map(({ cells }) => cells),
      mapping,
      totals: noTotals(),
      madeBy: changedBy(tx),
      madeAt: tx.clock.now(),
    })
    audit(tx, 'imports.uploaded', { id: batchId }, { purpose, unitId, bytes: file.size })
  }).catch(async (error) => {
    await ctx.files.remove(key)
    throw error
  })
  return { batchId }
}

const streamOf = (file: File) => Readable.fromWeb(file.stream() as ReadableStream<Uint8Array>)

async function readHead(file: File): Promise<{ header: TableLine; sample: TableLine[] }> {
  const lines: TableLine[] = []
  try {
    for await (const line of openTable(streamOf(file), file.name, rosterLimits)) {
      if (lines.push(line) >= HEAD_LINES + SAMPLE_LINES) break
    }
  } catch (error) {
    if (error instanceof SheetRefused) throw new Invalid({ file: [`imports.file-${error.code}`] })
    throw error
  }
  const known = lines.slice(0, HEAD_LINES).map(({ cells }) => Object.keys(guessMapping(cells)).length)
  const most = Math.max(0, ...known)
  const at = most >= 2 ? known.indexOf(most) : 0
  const header = lines[at]
  if (!header || lines.length <= at + 1) throw new Invalid({ file: ['imports.file-empty'] })
  return { header, sample: lines.slice(at + 1, at + 1 + SAMPLE_LINES) }
}

async function mappingOf(ctx: TenantContext, headers: string[]): Promise<Record<string, string>> {
  const [kept] = await ctx.db
    .select({ mapping: importMapping.mapping })
    .from(importMapping)
    .where(eq(importMapping.fingerprint, fingerprintOf(headers)))
  return kept?.mapping ?? guessMapping(headers)
}
