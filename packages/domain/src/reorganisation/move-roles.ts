import type { TransactionContext } from '@sotay/kernel'
import { inArray, sql } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { changedBy } from '../members'
import { unit } from '../organisation'
import type { Effects } from './draft'

export interface RoleCounts {
  moved: number
  ended: number
}

/**
 * Ends the roles held at units that end, with the day before; those chosen are held at the new home from the day on,
 * where the configuration lets them be held there. Roles that come with a seat or a group end with it.
 * Source: QN 10.1.3, R4
 */
export async function moveRoles(
  tx: TransactionContext,
  { on }: { on: string },
  { ended, roles }: Effects,
): Promise<RoleCounts> {
  if (ended.length === 0) return { moved: 0, ended: 0 }
  const places = await movable(tx, { ended, roles })
  const by = changedBy(tx)
  const [counts] = await tx.db.execute<{ moved: number; ended: number }>(sql`
    with place as (
      select * from json_to_recordset(${JSON.stringify(places)}::text::json) as given (unit uuid, home uuid, roles text)
    ), held as (
      select role.*, place.home, (place.home is not null and role.source in ('direct', 'approval')
        and role.role = any(string_to_array(place.roles, ','))) as moves
      from ${roleGrant} role join place on place.unit = role.unit_id
      where role.valid_until is null or (role.valid_until >= ${on}::date and role.valid_until >= role.valid_from)
      for update of role
    ), moved as (
      insert into ${roleGrant} (id, member_id, role, unit_id, valid_from, valid_until, granted_by, source,
        decision_id)
      select distinct on (member_id, role, home) gen_random_uuid(), member_id, role, home, greatest(valid_from, ${on}::date),
        valid_until, ${by}, 'direct', decision_id
      from held where moves and not exists (
        select 1 from role_grant same where same.member_id = held.member_id and same.role = held.role
          and same.unit_id = held.home and same.valid_until is null)
      order by member_id, role, home, valid_until desc nulls first
    ), ended as (
      update ${roleGrant} set valid_until = ${on}::date - 1, ended_by = ${by} from held where role_grant.id = held.id
    )
    select count(*) filter (where moves)::int as moved, count(*) filter (where not moves)::int as ended from held`)
  return counts ?? { moved: 0, ended: 0 }
}

/** The units that end, each with its new home and the roles that may be held there. */
async function movable({ db, config }: TransactionContext, { ended, roles }: Pick<Effects, 'ended' | 'roles'>) {
  const homes = [...new Set(ended.flatMap(({ home }) => home ?? []))]
  const rows = homes.length > 0 ? await db.select().from(unit).where(inArray(unit.id, homes)) : []
  const heldAt = (role: string) => config.roles.find((entry) => entry.key === role)?.at ?? []
  const may = new Map(
    rows.map(({ id, kind, level }) => {
      const place = kind === 'agency' ? `agency:${level}` : level
      return [id, roles.filter((role) => heldAt(role).includes(place)).join(',')]
    }),
  )
  return ended.map(({ unitId, home }) => ({ unit: unitId, home, roles: (home && may.get(home)) ?? '' }))
}
