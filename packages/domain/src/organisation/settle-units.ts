import { type TransactionContext, todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { unit, unitVersion } from './schema'

/**
 * Makes `unit` equal to the versions of today: the state in force, else the last one of a unit that ended, else the first
 * one of a unit to come; its days are those from its first state to its last. The tree must be locked.
 * @returns how many units were not as their versions say
 */
export async function settleUnits(tx: TransactionContext): Promise<number> {
  const today = sql`${todayOf(tx)}::date`
  const rows = await tx.db.execute(sql`
    with shown as (
      select distinct on (unit_id) unit_id, parent_id, path, kind, level, name
      from ${unitVersion}
      order by unit_id, (valid_from <= ${today}) desc,
        case when valid_from <= ${today} then valid_from end desc, valid_from
    ), life as (
      select unit_id, min(valid_from) as first, case when bool_or(valid_until is null) then null else max(valid_until) end as last
      from ${unitVersion} group by unit_id
    )
    update ${unit} set parent_id = shown.parent_id, path = shown.path, kind = shown.kind, level = shown.level,
      name = shown.name, valid_from = life.first, valid_until = life.last
    from shown join life on life.unit_id = shown.unit_id
    where unit.id = shown.unit_id and (unit.parent_id, unit.path, unit.kind, unit.level, unit.name, unit.valid_from, unit.valid_until)
      is distinct from (shown.parent_id, shown.path, shown.kind, shown.level, shown.name, life.first, life.last)`)
  return (rows as unknown as { count: number }).count
}
