import type { Scope, TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { membership } from '../members'
import { naturalOrder, standsOn, type UnitKind, unitVersion } from '../organisation'
import { ofScopeOn } from './of-scope-on'

/** SQL: the committees of a tier on a day, within the scope, as their versions. */
export const committeesOf = (
  scope: Scope,
  level: string,
  day: SQL,
): SQL => sql`(select place.* from ${unitVersion} place
  where place.level = ${level} and place.kind = 'committee' and place.parent_id is not null and ${standsOn('place', day)}
    and ${ofScopeOn(scope, sql`place.unit_id`)})`

/** What hangs on a committee of a tier. */
export interface HangingUnit {
  id: string
  name: string
  kind: UnitKind
  level: string
  /** The committee it hangs on, and the unit above that, which takes it over unless told otherwise. */
  ending: string
  above: string
  aboveId: string
  members: number
}

/** What hangs directly on the committees of a tier on a day, by committee and name. */
export async function hangingUnits(ctx: TenantContext, scope: Scope, level: string, day: SQL): Promise<HangingUnit[]> {
  const rows = await ctx.db.execute(sql`
    with chosen as ${committeesOf(scope, level, day)}, child as (
      select child.*, chosen.name as ending, chosen.parent_id as above_id from chosen
      join ${unitVersion} child on child.parent_id = chosen.unit_id and ${standsOn('child', day)}
    ), people as (
      select child.unit_id, count(*)::int as n from child
      join ${unitVersion} below on below.path <@ child.path and ${standsOn('below', day)}
      join ${membership} stay on stay.unit_id = below.unit_id and stay.kind = 'primary' and ${standsOn('stay', day)}
      group by child.unit_id
    )
    select child.unit_id as id, child.name, child.kind, child.level, child.ending, child.above_id as "aboveId",
      up.name as above, coalesce(people.n, 0) as members
    from child join ${unitVersion} up on up.unit_id = child.above_id and ${standsOn('up', day)}
    left join people on people.unit_id = child.unit_id
    order by ${naturalOrder(sql`child.ending`)}, ${naturalOrder(sql`child.name`)}, child.unit_id`)
  return rows as unknown as HangingUnit[]
}
