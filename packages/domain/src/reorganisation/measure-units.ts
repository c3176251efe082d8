import type { TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { seat } from '../authority/schema'
import { membership } from '../members'
import { unitVersion } from '../organisation'

/** What hangs on a unit on a day. */
export interface Measured {
  unitId: string
  name: string
  /** Units directly below it. */
  children: number
  /** Party members at and below it. */
  members: number
  roles: number
  seats: number
}

const on = (alias: string, day: string) => {
  const [from, until] = [sql.raw(`${alias}.valid_from`), sql.raw(`${alias}.valid_until`)]
  return sql`(${from} <= ${day}::date and (${until} is null or ${until} >= ${day}::date))`
}

/** Counts, as of a day and as the tree then was, what hangs on each unit; in natural order of paths. */
export async function measureUnits(tx: TransactionContext, unitIds: string[], day: string): Promise<Measured[]> {
  if (unitIds.length === 0) return []
  const rows = await tx.db.execute<Measured & Record<string, unknown>>(sql`
    with chosen as (
      select unit_id, path, name from ${unitVersion} place
      where unit_id = any(string_to_array(${unitIds.join(',')}, ',')::uuid[]) and ${on('place', day)}
    ), people as (
      select chosen.unit_id, count(*)::int as n from chosen
      join ${unitVersion} below on below.path <@ chosen.path and ${on('below', day)}
      join ${membership} stay on stay.unit_id = below.unit_id and stay.kind = 'primary' and ${on('stay', day)}
      group by chosen.unit_id
    )
    select chosen.unit_id as "unitId", chosen.name, coalesce(people.n, 0) as members,
      (select count(*)::int from ${unitVersion} child where child.parent_id = chosen.unit_id and ${on('child', day)}) as children,
      (select count(*)::int from ${roleGrant} held where held.unit_id = chosen.unit_id and ${on('held', day)}) as roles,
      (select count(*)::int from ${seat} place where place.unit_id = chosen.unit_id and place.closed_at is null) as seats
    from chosen left join people on people.unit_id = chosen.unit_id
    order by chosen.name collate "vi-x-icu", chosen.unit_id`)
  return [...rows]
}
