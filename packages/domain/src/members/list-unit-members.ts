import { authorize, type TenantContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { dateSql, loadPlace, places, standsOn, treeDay } from '../organisation'
import { type ReadUnit, readUnitInput } from '../organisation/inputs'
import { member, membership } from './schema'

export interface UnitMember {
  id: string
  name: string
  cardNumber: string
  cellId: string
  cellName: string
  /** Left the roster since. */
  left: boolean
}

const PAGE = 50

/**
 * Who was in a unit and below it on a day, by given name: today from the roster, on another day from the memberships
 * of that day, those who left since among them.
 * @param input `after` the last member of the page before
 * @throws NotFound when the unit lay outside the scope in which the actor reads members, on that day
 * Source: R7, QN 8
 */
export async function listUnitMembers(ctx: TenantContext, input: ReadUnit) {
  const scope = authorize(ctx, 'members.read')
  const { unitId, day, after } = readUnitInput.parse(input)
  const at = treeDay(ctx, day)
  const place = await loadPlace(ctx, unitId, at, scope)
  if (!place.standing) return { members: [], next: null }
  const chosen = dateSql(at.day)
  const there = at.live
    ? sql`${member} person join ${places(true, chosen)} cell on cell.id = person.unit_id and person.left_on is null`
    : sql`${membership} stay join ${member} person on person.id = stay.member_id and stay.kind = 'primary' and ${standsOn('stay', chosen)}
        join ${places(false, chosen)} cell on cell.id = stay.unit_id`
  const key = sql`person.sort_name collate "vi-x-icu", person.id`
  const beyond = after
    ? sql`(${key}) > (select sort_name collate "vi-x-icu", id from ${member} where id = ${after})`
    : sql`true`
  const rows = (await ctx.db.execute(sql`
    select person.id, person.full_name as name, person.card_number as "cardNumber", cell.id as "cellId",
      cell.name as "cellName", person.left_on is not null as "left"
    from ${there} where cell.path <@ ${place.path}::ltree and ${beyond}
    order by ${key} limit ${PAGE + 1}`)) as unknown as UnitMember[]
  const members = rows.slice(0, PAGE)
  return { members, next: rows.length > PAGE ? members.at(-1)!.id : null }
}
