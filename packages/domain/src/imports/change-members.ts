import { addDays, type TransactionContext, todayOf } from '@sotay/kernel'
import { and, asc, eq, sql } from 'drizzle-orm'
import { endOffices } from '../authority'
import { member, memberChange, membership, probationEnd } from '../members'
import { asOf } from '../organisation'
import { anyId } from './any-of'
import type { Refusal, StoredRow, Taking } from './apply-rows'
import { importRow } from './schema'

/** Writes what the file says otherwise into lines that are as they were when the file was checked, with their history. */
export async function changeMembers(
  tx: TransactionContext,
  taking: Taking,
  rows: readonly StoredRow[],
): Promise<Refusal[]> {
  if (rows.length === 0) return []
  const standing = await holdMembers(tx, rows)
  const moving = await holdHomes(tx, rows)
  const refusal = ({ line, memberId, revision, before }: StoredRow): Refusal | undefined => {
    const held = standing.get(memberId!)
    if (!held || held.revision !== revision || held.leftOn) {
      return { line, field: 'cardNumber', error: { code: 'imports.changed-meanwhile' } }
    }
    const home = before?.unitId === undefined ? undefined : moving.get(memberId!)
    const fixed = before?.unitId !== undefined && (home === undefined || home.validUntil !== null)
    return fixed ? { line, field: 'unit', error: { code: 'imports.move-planned' } } : undefined
  }
  const refused = rows.flatMap((row) => refusal(row) ?? [])
  const lines = new Set(refused.map(({ line }) => line))
  const sound = rows
    .filter(({ line }) => !lines.has(line))
    .map((row) => withProbation(tx, row, standing.get(row.memberId!)!))
  await keepDerived(
    tx,
    taking,
    sound.filter(({ before }) => before?.probationEndsOn !== undefined),
  )
  await updateMembers(tx, sound)
  await moveMembers(
    tx,
    taking,
    sound.filter(({ before }) => before?.unitId !== undefined),
  )
  await recordChanges(tx, taking, sound)
  return refused
}

/** Another day of admission, or status, is another end of probation; what the file leaves alone keeps the one it has. */
function withProbation(
  tx: TransactionContext,
  row: StoredRow,
  held: Pick<typeof member.$inferSelect, 'status' | 'admittedOn' | 'probationEndsOn'>,
): StoredRow {
  const { values, before } = row
  if (before?.status === undefined && before?.admittedOn === undefined) return row
  const status = values.status === 'full' || values.status === 'probationary' ? values.status : held.status
  const due = probationEnd(tx, status, values.admittedOn ?? held.admittedOn)
  if (!due || due === held.probationEndsOn) return row
  return {
    ...row,
    values: { ...values, probationEndsOn: due },
    before: { ...before, probationEndsOn: held.probationEndsOn },
  }
}

/** What follows from a row is kept with it, to be shown and taken back like what the file says. */
async function keepDerived(tx: TransactionContext, { batchId }: Taking, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return
  const given = JSON.stringify(rows.map(({ line, values, before }) => ({ line, values, before })))
  await tx.db.execute(sql`
    update ${importRow} held set "values" = given."values", before = given.before
    from jsonb_to_recordset(${given}::text::jsonb) as given(line integer, "values" jsonb, before jsonb)
    where held.batch_id = ${batchId}::uuid and held.line = given.line`)
}

const ids = (rows: readonly StoredRow[]) => rows.map(({ memberId }) => memberId!)

async function holdMembers(tx: TransactionContext, rows: readonly StoredRow[]) {
  const held = await tx.db
    .select({
      id: member.id,
      revision: member.revision,
      leftOn: member.leftOn,
      status: member.status,
      admittedOn: member.admittedOn,
      probationEndsOn: member.probationEndsOn,
    })
    .from(member)
    .where(anyId(member.id, ids(rows)))
    .orderBy(asc(member.id))
    .for('update')
  return new Map(held.map((line) => [line.id, line]))
}

/** Today's primary membership of those who move. */
async function holdHomes(tx: TransactionContext, rows: readonly StoredRow[]) {
  const moving = ids(rows.filter(({ before }) => before?.unitId !== undefined))
  const homes = await tx.db
    .select({ memberId: membership.memberId, validUntil: membership.validUntil })
    .from(membership)
    .where(and(anyId(membership.memberId, moving), eq(membership.kind, 'primary'), asOf(membership, todayOf(tx))))
  return new Map(homes.map((home) => [home.memberId, home]))
}

async function updateMembers(tx: TransactionContext, rows: readonly StoredRow[]): Promise<void> {
  const given = rows.map(({ memberId, values }) => ({ ...values, id: memberId }))
  await tx.db.execute(sql`
    update ${member} held set full_name = coalesce(given."fullName", held.full_name), phone = coalesce(given.phone, held.phone),
      gender = coalesce(given.gender, held.gender), status = coalesce(given.status, held.status),
      birth_date = coalesce(given."birthDate", held.birth_date), admitted_on = coalesce(given."admittedOn", held.admitted_on),
      confirmed_on = coalesce(given."confirmedOn", held.confirmed_on), unit_id = coalesce(given."unitId", held.unit_id),
      probation_ends_on = coalesce(given."probationEndsOn", held.probation_ends_on), revision = held.revision + 1
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given(id uuid, "unitId" uuid, "fullName" text, phone text,
      gender text, status text, "birthDate" date, "admittedOn" date, "confirmedOn" date, "probationEndsOn" date)
    where held.id = given.id`)
}

/** Ends the cell before, and what was held there, with yesterday; who came into it today was in the new one all day. */
async function moveMembers(tx: TransactionContext, { batchId }: Taking, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return
  const given = JSON.stringify(rows.map(({ memberId, values }) => ({ id: memberId, unitId: values.unitId })))
  const moves = sql`jsonb_to_recordset(${given}::text::jsonb) as given(id uuid, "unitId" uuid)`
  const day = sql`${todayOf(tx)}::date`
  const present = sql`home.member_id = given.id and home.kind = 'primary' and home.valid_until is null`
  await tx.db.execute(sql`
    update ${membership} home set unit_id = given."unitId", cause = ${batchId}::uuid from ${moves}
    where ${present} and home.valid_from = ${day}`)
  await tx.db.execute(sql`
    with ended as (
      update ${membership} home set valid_until = ${day} - 1 from ${moves}
      where ${present} and home.valid_from < ${day} returning home.member_id, given."unitId"
    )
    insert into ${membership} (id, member_id, unit_id, kind, valid_from, cause)
    select gen_random_uuid(), member_id, "unitId", 'primary', ${day}, ${batchId}::uuid from ended`)
  const last = addDays(todayOf(tx), -1)
  const left = rows.map(({ memberId, before }) => ({ memberId: memberId!, unitId: before!.unitId!, last }))
  await endOffices(tx, left, `import:${batchId}`)
}

async function recordChanges(tx: TransactionContext, { by }: Taking, rows: readonly StoredRow[]): Promise<void> {
  const given = rows.flatMap(({ memberId, values, before }) =>
    Object.entries(before ?? {}).map(([field, was]) => ({
      id: memberId,
      field,
      before: was,
      after: values[field] ?? null,
    })),
  )
  await insertChanges(tx, by, given)
}

/** Histories of many members in one statement. */
export async function insertChanges(
  tx: TransactionContext,
  by: string,
  changes: readonly { id: string | null; field: string; before: string | null; after: string | null }[],
): Promise<void> {
  if (changes.length === 0) return
  await tx.db.execute(sql`
    insert into ${memberChange} (id, member_id, field, before, after, at, by)
    select gen_random_uuid(), id, field, before, after, ${tx.clock.now().toISOString()}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as given(id uuid, field text, before text, after text)`)
}
