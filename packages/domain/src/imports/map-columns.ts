import { audit, Conflict, enqueue, Invalid, newId, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { unit } from '../organisation'
import { noTotals } from './batch-totals'
import { checkStep } from './check-batch'
import { fingerprintOf } from './guess-mapping'
import { type MapColumns, mapColumnsInput } from './inputs'
import { holdBatch } from './load-batch'
import { clearRows } from './purge-rows'
import { importBatch, importMapping } from './schema'

/**
 * Says which column is which, keeps it for files with the same headings, and has the file checked. Again after a check, as
 * long as nothing was taken over.
 * @throws NotFound outside the actor's scope · Conflict when the file is on its way already · Invalid by field
 */
export async function mapColumns(ctx: TenantContext, input: MapColumns): Promise<void> {
  const { batchId, columns } = mapColumnsInput.parse(input)
  await transaction(ctx, async (tx) => {
    const held = await holdBatch(tx, batchId)
    if (!['uploaded', 'checked', 'failed'].includes(held.status) || held.committedAt)
      throw new Conflict('imports.not-now')
    if (held.purgedAt) throw new Conflict('imports.purged')
    const mapping = Object.fromEntries(
      Object.entries(columns).flatMap(([field, column]) => (column === undefined ? [] : [[String(column), field]])),
    )
    const [own] = await tx.db.select({ kind: unit.kind }).from(unit).where(eq(unit.id, held.unitId))
    refuseMapping(columns, held.headers.length, own?.kind === 'cell')
    await clearRows(tx, batchId)
    await tx.db
      .update(importBatch)
      .set({ mapping, status: 'checking', totals: noTotals(), progress: 0, line: 0, failure: null, failureLine: null })
      .where(eq(importBatch.id, batchId))
    const usedAt = tx.clock.now()
    await tx.db
      .insert(importMapping)
      .values({ id: newId(), fingerprint: fingerprintOf(held.headers), mapping, usedAt })
      .onConflictDoUpdate({ target: importMapping.fingerprint, set: { mapping, usedAt } })
    audit(tx, 'imports.mapped', { id: batchId }, { fields: Object.values(mapping) })
    enqueue(tx, checkStep, { batchId, by: changedBy(tx) })
  })
}

function refuseMapping(columns: Partial<Record<string, number>>, width: number, ofCell: boolean): void {
  const errors: Record<string, string[]> = {}
  const needed = ['fullName', 'cardNumber', ...(ofCell ? [] : ['unit'])]
  for (const field of needed) if (columns[field] === undefined) errors[`columns.${field}`] = ['imports.column-needed']
  const seen = new Set<number>()
  for (const [field, column] of Object.entries(columns)) {
    if (column === undefined) continue
    if (column >= width) errors[`columns.${field}`] = ['imports.column-needed']
    if (seen.has(column)) errors[`columns.${field}`] = ['imports.column-twice']
    seen.add(column)
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
}
