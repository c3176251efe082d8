import type { TenantContext } from '@sotay/kernel'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { places } from './places'

export interface CountedDay {
  live: boolean
  /** A date as SQL. */
  day: SQLWrapper
}

const nobody = sql`(select null::uuid as unit_id, 0 as n where false)`

/**
 * A table of path and n: how many members each unit of a part of the tree has itself. The roster stands on the tree
 * and not the other way round: its module's manifest says how its people are counted.
 * @param within condition on `home.path`
 * @param wide most of the province is asked for: everybody is counted once, instead of unit by unit
 */
export const headcounts = (
  { config }: Pick<TenantContext, 'config'>,
  at: CountedDay,
  within: SQL,
  wide: boolean,
): SQL => {
  const homes = places(at.live, at.day)
  const counted = (unitId?: SQL): SQL => config.headcount?.(at, unitId) ?? nobody
  if (wide)
    return sql`(select home.path, counted.n from ${counted()} counted join ${homes} home on home.id = counted.unit_id
    where ${within})`
  return sql`(select home.path, counted.n from ${homes} home
    cross join lateral ${counted(sql`home.id`)} counted where ${within})`
}
