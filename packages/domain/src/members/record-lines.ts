import { newId, type TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { changedBy } from './record-changes'
import { member, memberChange } from './schema'

type Row = typeof member.$inferSelect
type Changeable = 'status' | 'confirmedOn' | 'probationEndsOn' | 'exemptFrom' | 'exemptUntil'

export interface LineEdit {
  row: Row
  to: Partial<Pick<Row, Changeable>>
}

/** Writes many lines that are held, and their history, in two statements however many they are. */
export async function recordLines(tx: TransactionContext, edits: readonly LineEdit[]): Promise<void> {
  const lines = edits.map(({ row, to }) => {
    const { id, status, confirmedOn, probationEndsOn, exemptFrom, exemptUntil } = { ...row, ...to }
    return {
      id,
      status,
      confirmed_on: confirmedOn,
      probation_ends_on: probationEndsOn,
      exempt_from: exemptFrom,
      exempt_until: exemptUntil,
    }
  })
  await tx.db.execute(sql`
    update ${member} set status = given.status, confirmed_on = given.confirmed_on,
      probation_ends_on = given.probation_ends_on, exempt_from = given.exempt_from, exempt_until = given.exempt_until,
      revision = revision + 1
    from json_to_recordset(${JSON.stringify(lines)}::text::json) as given (id uuid, status text, confirmed_on date,
      probation_ends_on date, exempt_from date, exempt_until date)
    where ${member.id} = given.id`)
  const common = { at: tx.clock.now().toISOString(), by: changedBy(tx) }
  const changes = edits.flatMap(({ row, to }) =>
    (Object.keys(to) as Changeable[])
      .filter((field) => row[field] !== to[field])
      .map((field) => ({
        id: newId(),
        member_id: row.id,
        field,
        before: row[field],
        after: to[field] ?? null,
        ...common,
      })),
  )
  await tx.db.execute(sql`
    insert into ${memberChange} (id, member_id, field, before, after, at, by)
    select * from json_to_recordset(${JSON.stringify(changes)}::text::json) as given (id uuid, member_id uuid, field text,
      before text, after text, at timestamptz, by text)`)
}
