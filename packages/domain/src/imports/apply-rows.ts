import { type TransactionContext, todayOf } from '@sotay/kernel'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { asOf, unit } from '../organisation'
import { addMembers } from './add-members'
import { changeMembers } from './change-members'
import { importRow, type RowError } from './schema'

export type StoredRow = typeof importRow.$inferSelect

/** For what and in whose name rows are taken over. */
export interface Taking {
  batchId: string
  unitPath: string
  /** As histories name them. */
  by: string
}

/** What became of a row: the member as left, or why it was not taken after all. */
export type Taken = { line: number } & ({ memberId: string; revision: number } | { field: string; error: RowError })

/**
 * Takes checked rows into the roster, set by set. A row the roster has moved away from since the check is rejected: its
 * card taken, its cell gone, its member edited.
 */
export async function applyRows(
  tx: TransactionContext,
  taking: Taking,
  rows: readonly StoredRow[],
): Promise<{ taken: number; rejected: Taken[] }> {
  const cells = await standingCells(tx, taking, rows)
  const gone = (row: StoredRow) => row.values.unitId !== undefined && !cells.has(row.values.unitId)
  const refused: Taken[] = rows
    .filter(gone)
    .map(({ line }) => ({ line, field: 'unit', error: { code: 'imports.unit-gone' } }))
  const standing = rows.filter((row) => !gone(row))
  const added = await addMembers(
    tx,
    taking,
    standing.filter(({ outcome }) => outcome === 'new'),
  )
  const changed = await changeMembers(
    tx,
    taking,
    standing.filter(({ outcome }) => outcome === 'changed'),
  )
  const results = [...refused, ...added, ...changed]
  await markRows(tx, taking.batchId, results)
  const rejected = results.filter((result) => 'error' in result)
  return { taken: results.length - rejected.length, rejected }
}

async function standingCells(tx: TransactionContext, { unitPath }: Taking, rows: readonly StoredRow[]) {
  const ids = [...new Set(rows.flatMap(({ values }) => values.unitId ?? []))]
  const found = await tx.db
    .select({ id: unit.id })
    .from(unit)
    .where(and(inArray(unit.id, ids), asOf(unit, todayOf(tx)), sql`${unit.path} <@ ${unitPath}::ltree`))
    .for('share')
  return new Set(found.map(({ id }) => id))
}

async function markRows(tx: TransactionContext, batchId: string, results: readonly Taken[]): Promise<void> {
  const marks = results.map((result) =>
    'error' in result
      ? { line: result.line, errors: { [result.field]: result.error } }
      : { line: result.line, memberId: result.memberId, revision: result.revision },
  )
  if (marks.length === 0) return
  await tx.db.execute(sql`
    update ${importRow} held set committed = given.errors is null, member_id = coalesce(given."memberId", held.member_id),
      revision = coalesce(given.revision, held.revision), errors = given.errors,
      outcome = case when given.errors is null then held.outcome else 'rejected' end
    from jsonb_to_recordset(${JSON.stringify(marks)}::text::jsonb)
      as given(line integer, "memberId" uuid, revision integer, errors jsonb)
    where held.batch_id = ${batchId}::uuid and held.line = given.line`)
}

export const ofBatch = (batchId: string) => eq(importRow.batchId, batchId)
