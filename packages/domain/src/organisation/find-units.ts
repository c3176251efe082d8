import { type Scope, scopeParam, type TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { matchesName, naturalOrder } from './names'
import { dateSql, places, standsOn, type TreeDay } from './places'
import { type UnitKind, unit, unitVersion } from './schema'
import { withinOn } from './scope-on-day'

export interface FoundUnit {
  id: string
  name: string
  kind: UnitKind
  level: string
  path: string
  /** Names of the units above it, nearest first, without the province: they tell two of one name apart. */
  above: string
  /** How many there are in all. */
  total: number
}

interface Wanted {
  at: TreeDay
  scope: Scope
  search: string
  kinds?: UnitKind[]
  level?: string
  limit: number
}

/**
 * Units of a scope on a day whose names hold the words, outermost first. Words after a comma are looked for in the names of
 * the units above: “chi bo 3, pho an” tells one of many of a name.
 */
export async function findUnits(ctx: TenantContext, wanted: Wanted): Promise<FoundUnit[]> {
  const { at, scope, search, kinds, level, limit } = wanted
  const day = dateSql(at.day)
  const within = withinOn(sql`place.path`, sql`${scopeParam(scope)}::text`, { live: at.live, day })
  const ofKind = kinds ? sql`place.kind = any(string_to_array(${kinds.join(',')}, ','))` : sql`true`
  const ofLevel = level ? sql`place.level = ${level}` : sql`true`
  const named = matching(search, { live: at.live, day })
  const rows = await ctx.db.execute(sql`
    select place.*, ${above(at.live, day)} as above from (
      select place.id, place.name, place.kind, place.level, place.path, count(*) over ()::int as total
      from ${places(at.live, day)} place
      where ${within} and ${ofKind} and ${ofLevel} and ${named}
      order by nlevel(place.path), ${naturalOrder(sql`place.name`)}, place.id limit ${limit}) place
    order by nlevel(place.path), ${naturalOrder(sql`place.name`)}, place.id`)
  return rows as unknown as FoundUnit[]
}

/** SQL: `place` has the name that is looked for, or has the part before the comma while one above it has the rest. */
function matching(search: string, { live, day }: { live: boolean; day: SQL }): SQL {
  const whole = matchesName(sql`place.folded_name`, search)
  const [name = '', ...rest] = search.split(',')
  const over = rest.join(' ').trim()
  if (over === '') return matchesName(sql`place.folded_name`, name)
  return sql`(${whole} or (${matchesName(sql`place.folded_name`, name)} and exists (
    select from ${live ? unit : unitVersion} up
    where up.path @> place.path and up.path <> place.path and ${standsOn('up', day)} and ${matchesName(sql`up.folded_name`, over)})))`
}

/** SQL: names of the units above `place` on the day, nearest first, without the province. */
export const above = (live: boolean, day: SQL): SQL => sql`coalesce((
  select string_agg(up.name, ' · ' order by nlevel(up.path) desc) from ${live ? unit : unitVersion} up
  where up.path @> place.path and up.path <> place.path and nlevel(up.path) > 1 and ${standsOn('up', day)}), '')`
