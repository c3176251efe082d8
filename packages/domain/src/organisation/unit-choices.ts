import { type Scope, scopeParam, type TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { type UnitChoices, unitChoicesInput } from './inputs'
import { matchesName, naturalOrder } from './names'
import { dateSql, on, places, treeDay } from './places'
import { type UnitKind, unit, unitVersion } from './schema'
import { withinOn } from './scope-on-day'

export interface UnitChoice {
  id: string
  name: string
  kind: UnitKind
  level: string
  path: string
  /** Names of the units above it, nearest first, without the province: they tell two of one name apart. */
  above: string
}

/**
 * Units to choose among, by name with or without diacritics, outermost first; ended ones and those not yet begun on
 * the day are never among them.
 * @param scope where the caller's verb allows the choice: what `authorize` answered
 * @param input `day` another than today
 */
export async function unitChoices(
  ctx: TenantContext,
  { scope, ...input }: UnitChoices & { scope: Scope },
): Promise<UnitChoice[]> {
  const { search, kinds, day, limit } = unitChoicesInput.parse(input)
  const { live, day: chosen } = treeDay(ctx, day)
  const at = dateSql(chosen)
  const within = withinOn(sql`place.path`, sql`${scopeParam(scope)}::text`, { live, day: at })
  const ofKind = kinds ? sql`place.kind = any(string_to_array(${kinds.join(',')}, ','))` : sql`true`
  const rows = await ctx.db.execute(sql`
    select place.id, place.name, place.kind, place.level, place.path::text as path, ${above(live, at)} as above
    from ${places(live, at)} place
    where ${within} and ${ofKind} and ${matchesName(sql`place.folded_name`, search)}
    order by nlevel(place.path), ${naturalOrder(sql`place.name`)}, place.id
    limit ${limit}`)
  return rows as unknown as UnitChoice[]
}

/** Names of the units above `place` on the day, nearest first. */
export const above = (live: boolean, day: SQL): SQL => sql`coalesce((
  select string_agg(up.name, ' · ' order by nlevel(up.path) desc) from ${live ? unit : unitVersion} up
  where up.path @> place.path and up.path <> place.path and nlevel(up.path) > 1 and ${on('up', day)}), '')`
