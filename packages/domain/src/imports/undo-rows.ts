import { sqlState, type TenantDb } from '@sotay/db'
import type { TransactionContext } from '@sotay/kernel'
import { inArray, sql } from 'drizzle-orm'
import { member, membership } from '../members'
import { anyId } from './any-of'
import { ofBatch, type StoredRow, type Taking } from './apply-rows'
import { insertChanges } from './change-members'
import { importRow } from './schema'

const FOREIGN_KEY = '23503'

/**
 * Takes committed rows back: who was added goes, who was changed is as before. Somebody edited, moved or given an account
 * since stays as is.
 * @returns how many were left
 */
export async function undoRows(tx: TransactionContext, taking: Taking, rows: readonly StoredRow[]): Promise<number> {
  const standing = await untouched(tx, taking, rows)
  const sound = rows.filter(({ memberId }) => standing.has(memberId!))
  const removed = await removeMembers(
    tx,
    sound.filter(({ outcome }) => outcome === 'new'),
  )
  const restored = sound.filter(({ outcome }) => outcome === 'changed')
  await restoreMembers(tx, taking, restored)
  const undone = new Set([...removed, ...restored].map(({ line }) => line))
  await mark(
    tx,
    taking,
    rows.filter(({ line }) => undone.has(line)),
    'undone',
  )
  await mark(
    tx,
    taking,
    rows.filter(({ line }) => !undone.has(line)),
    'touched-since',
  )
  return rows.length - undone.size
}

async function mark(
  tx: TransactionContext,
  { batchId }: Taking,
  rows: readonly StoredRow[],
  undone: StoredRow['undone'],
) {
  const lines = rows.map(({ line }) => line)
  await tx.db
    .update(importRow)
    .set({ undone })
    .where(sql`${ofBatch(batchId)} and ${inArray(importRow.line, lines)}`)
}

/** Members that are as the import left them, in the cell it left them in. */
async function untouched(
  tx: TransactionContext,
  { batchId }: Taking,
  rows: readonly StoredRow[],
): Promise<Set<string>> {
  const given = rows.map(({ memberId, revision, outcome, before }) => ({
    id: memberId,
    revision: outcome === 'new' ? 1 : revision! + 1,
    placed: outcome === 'new' || before?.unitId !== undefined,
  }))
  const found = await tx.db.execute<{ id: string }>(sql`
    select held.id from ${member} held
    join jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given(id uuid, revision integer, placed boolean)
      on given.id = held.id and given.revision = held.revision
    where not given.placed or exists (
      select from ${membership} home where home.member_id = held.id and home.kind = 'primary' and home.valid_until is null
        and home.cause = ${batchId}::uuid and home.unit_id = held.unit_id)
    order by held.id for update of held`)
  return new Set(found.map(({ id }) => id))
}

/** Those nothing else speaks of are removed; the rest stays. */
async function removeMembers(tx: TransactionContext, rows: readonly StoredRow[]): Promise<readonly StoredRow[]> {
  if (await tryRemove(tx, rows)) return rows
  const removed: StoredRow[] = []
  for (const row of rows) if (await tryRemove(tx, [row])) removed.push(row)
  return removed
}

async function tryRemove(tx: TransactionContext, rows: readonly StoredRow[]): Promise<boolean> {
  const ids = rows.map(({ memberId }) => memberId!)
  if (ids.length === 0) return true
  try {
    await tx.db.transaction(async (point) => {
      const db = point as unknown as TenantDb
      await db.delete(membership).where(anyId(membership.memberId, ids))
      await db.delete(member).where(anyId(member.id, ids))
    })
    return true
  } catch (error) {
    if (sqlState(error) !== FOREIGN_KEY) throw error
    return false
  }
}

async function restoreMembers(tx: TransactionContext, taking: Taking, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return
  const given = JSON.stringify(rows.map(({ memberId, before }) => ({ id: memberId, before })))
  const was = sql`jsonb_to_recordset(${given}::text::jsonb) as given(id uuid, before jsonb)`
  const back = (column: string, field: string, type: string) =>
    sql.raw(
      `${column} = case when given.before ? '${field}' then (given.before ->> '${field}')::${type} else held.${column} end`,
    )
  await tx.db.execute(sql`
    update ${member} held set ${back('full_name', 'fullName', 'text')}, ${back('phone', 'phone', 'text')},
      ${back('gender', 'gender', 'text')}, ${back('status', 'status', 'text')}, ${back('birth_date', 'birthDate', 'date')},
      ${back('admitted_on', 'admittedOn', 'date')}, ${back('confirmed_on', 'confirmedOn', 'date')},
      ${back('probation_ends_on', 'probationEndsOn', 'date')}, ${back('unit_id', 'unitId', 'uuid')}, revision = held.revision + 1
    from ${was} where held.id = given.id`)
  await restoreHomes(tx, taking, rows)
  const changes = rows.flatMap(({ memberId, values, before }) =>
    Object.entries(before ?? {}).map(([field, value]) => ({
      id: memberId,
      field,
      before: values[field] ?? null,
      after: value,
    })),
  )
  await insertChanges(tx, taking.by, changes)
}

/** The cell before is open again as if it had not ended; where the import wrote over it, it is written back. */
async function restoreHomes(tx: TransactionContext, { batchId }: Taking, rows: readonly StoredRow[]): Promise<void> {
  const moved = rows.filter(({ before }) => before?.unitId !== undefined)
  if (moved.length === 0) return
  const given = JSON.stringify(moved.map(({ memberId, before }) => ({ id: memberId, unitId: before!.unitId })))
  const was = sql`jsonb_to_recordset(${given}::text::jsonb) as given(id uuid, "unitId" uuid)`
  const opened = sql`now_in.member_id = given.id and now_in.kind = 'primary' and now_in.cause = ${batchId}::uuid`
  const ended = sql`ended.member_id = given.id and ended.kind = 'primary' and ended.unit_id = given."unitId"`
  const reopened = await tx.db.execute<{ id: string; ended: string }>(sql`
    delete from ${membership} now_in using ${was}, ${membership} ended
    where ${opened} and ${ended} and ended.valid_until = now_in.valid_from - 1 returning now_in.id, ended.id as ended`)
  await tx.db
    .update(membership)
    .set({ validUntil: null })
    .where(
      inArray(
        membership.id,
        reopened.map(({ ended }) => ended),
      ),
    )
  await tx.db.execute(
    sql`update ${membership} now_in set unit_id = given."unitId", cause = null from ${was} where ${opened}`,
  )
}
