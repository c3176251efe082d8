import { authorize, type TenantContext } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { sql } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { membership } from '../members'
import { dateSql, naturalOrder, standsOn, unitVersion } from '../organisation'
import { type LevelReference, levelInput } from './inputs'
import { committeesOf } from './units-of-level'

/** A committee of a tier on a day, with what hangs on it. */
export interface LevelUnit {
  id: string
  name: string
  parentId: string
  parent: string
  children: number
  members: number
}

/**
 * The committees of a tier on a day and the roles held at them: what the end of the tier is about.
 * @throws NotFound where the actor has no office for it; units outside the scope are left out
 */
export async function readLevel(ctx: TenantContext, input: LevelReference) {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { level, day } = levelInput.parse(input)
  const on = (alias: string) => standsOn(alias, dateSql(day))
  const chosen = committeesOf(scope, level, dateSql(day))
  const [units, roles] = await Promise.all([
    ctx.db.execute<LevelUnit & Record<string, unknown>>(sql`
      with chosen as ${chosen}, people as (
        select chosen.unit_id, count(*)::int as n from chosen
        join ${unitVersion} below on below.path <@ chosen.path and ${on('below')}
        join ${membership} stay on stay.unit_id = below.unit_id and stay.kind = 'primary' and ${on('stay')}
        group by chosen.unit_id
      )
      select chosen.unit_id as id, chosen.name, chosen.parent_id as "parentId", up.name as parent,
        coalesce(people.n, 0) as members,
        (select count(*)::int from ${unitVersion} child where child.parent_id = chosen.unit_id and ${on('child')}) as children
      from chosen join ${unitVersion} up on up.unit_id = chosen.parent_id and ${on('up')}
      left join people on people.unit_id = chosen.unit_id
      order by ${naturalOrder(sql`chosen.name`)}, chosen.unit_id`),
    ctx.db.execute<{ role: RoleKey; held: number }>(sql`
      select held.role, count(*)::int as held from ${roleGrant} held join ${chosen} chosen on chosen.unit_id = held.unit_id
      where ${on('held')} group by held.role order by held.role`),
  ])
  return { units: [...units], roles: [...roles] }
}
