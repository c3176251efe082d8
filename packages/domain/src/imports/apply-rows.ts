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

/** Why a row was not taken after all. */
export interface Refusal {
  line: number
  field: string
  error: RowError
}

/** True of rows that would change the roster. */
export const toTake = inArray(importRow.outcome, ['new', 'changed'])

/**
 * Takes checked rows into the roster, set by set. A row the roster has moved away from since the check is rejected: its
 * card taken, its cell gone, its member edited. The others stay as they are: how far a file was taken is the batch's line.
 */
export async function applyRows(
  tx: TransactionContext,
  taking: Taking,
  rows: readonly StoredRow[],
): Promise<Refusal[]> {
  const cells = await standingCells(tx, taking, rows)
  const gone = (row: StoredRow) => row.values.unitId !== undefined && !cells.has(row.values.unitId)
  const homeless = rows.filter(gone).map(({ line }) => ({ line, field: 'unit', error: { code: 'imports.unit-gone' } }))
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
  const refused = [...homeless, ...added, ...changed]
  await markRejected(tx, taking.batchId, refused)
  return refused
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

async function markRejected(tx: TransactionContext, batchId: string, refused: readonly Refusal[]): Promise<void> {
  if (refused.length === 0) return
  const marks = refused.map(({ line, field, error }) => ({ line, errors: { [field]: error } }))
  await tx.db.execute(sql`
    update ${importRow} held set outcome = 'rejected', errors = given.errors
    from jsonb_to_recordset(${JSON.stringify(marks)}::text::jsonb) as given(line integer, errors jsonb)
    where held.batch_id = ${batchId}::uuid and held.line = given.line`)
}

export const ofBatch = (batchId: string) => eq(importRow.batchId, batchId)
