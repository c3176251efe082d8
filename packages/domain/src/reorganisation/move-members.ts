import type { TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { changedBy, member, memberChange, membership } from '../members'
import type { Effects } from './draft'

export interface Moving {
  changeId: string
  /** The first day in the new cell. */
  on: string
  /** Today, whose cell a member's line shows. */
  today: string
}

/**
 * Moves whoever is in the cells on the day, and whoever came or comes later; guests of a cell move like its own. The
 * period before ends the day before, so that nobody is in two cells or none.
 * @returns how many people moved
 */
export async function moveMembers(
  tx: TransactionContext,
  { changeId, on, today }: Moving,
  moves: Effects['members'],
): Promise<number> {
  if (moves.length === 0) return 0
  const rules = moves.flatMap(({ from, to, memberIds }) =>
    (memberIds ?? [null]).map((memberId) => ({ from, to, member: memberId })),
  )
  const [moved] = await tx.db.execute<{ people: number }>(sql`
    with rule as (
      select * from json_to_recordset(${JSON.stringify(rules)}::text::json) as given ("from" uuid, "to" uuid, member uuid)
    ), there as (
      select stay.*, rule."to" from ${membership} stay join rule
        on rule."from" = stay.unit_id and (rule.member is null or rule.member = stay.member_id)
      where stay.valid_until is null or stay.valid_until >= ${on}::date
      for update of stay
    ), redirected as (
      update ${membership} set unit_id = there."to" from there where membership.id = there.id and there.valid_from >= ${on}::date
    ), closed as (
      update ${membership} set valid_until = ${on}::date - 1 from there
      where membership.id = there.id and there.valid_from < ${on}::date
      returning there.member_id, there."to", there.kind, there.valid_until as until
    ), opened as (
      insert into ${membership} (id, member_id, unit_id, kind, valid_from, valid_until, cause)
      select gen_random_uuid(), member_id, "to", kind, ${on}::date, until, ${changeId}::uuid from closed
    )
    select count(distinct member_id)::int as people from there`)
  if (on <= today)
    await settleHomes(
      tx,
      today,
      moves.map(({ from }) => from),
    )
  return moved?.people ?? 0
}

/** Makes members' lines show the cell they are in today, and their history say so. */
async function settleHomes(tx: TransactionContext, today: string, from: string[]): Promise<void> {
  await tx.db.execute(sql`
    with home as (
      select person.id, person.unit_id as before, stay.unit_id as after
      from ${member} person join ${membership} stay on stay.member_id = person.id and stay.kind = 'primary'
        and stay.valid_from <= ${today}::date and (stay.valid_until is null or stay.valid_until >= ${today}::date)
      where person.unit_id = any(string_to_array(${from.join(',')}, ',')::uuid[]) and stay.unit_id <> person.unit_id
    ), settled as (
      update ${member} set unit_id = home.after, revision = revision + 1 from home where member.id = home.id
    )
    insert into ${memberChange} (id, member_id, field, before, after, at, by)
    select gen_random_uuid(), id, 'unitId', before::text, after::text, ${tx.clock.now().toISOString()}::timestamptz,
      ${changedBy(tx)} from home`)
}
