import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
// The roster stands on the tree and not the other way round; its tables alone are read here, to be counted.
import { member, membership } from '../members/schema'
import { on, places } from './places'

export interface CountedDay {
  live: boolean
  /** A date as SQL. */
  day: SQLWrapper
}

/**
 * Members by the unit in which they are: a table of unit_id and n. Today from the roster, on another day from the
 * primary memberships of that day.
 */
const byUnit = ({ live, day }: CountedDay, where: SQL = sql`true`): SQL =>
  live
    ? sql`(select unit_id, count(*)::int as n from ${member} person where left_on is null and ${where} group by unit_id)`
    : sql`(select unit_id, count(*)::int as n from ${membership} person
        where kind = 'primary' and ${on('person', day)} and ${where} group by unit_id)`

/**
 * A table of path and n: how many members each unit of a part of the tree has itself.
 * @param within condition on `home.path`
 * @param wide most of the province is asked for: everybody is counted once, instead of unit by unit
 */
export const headcounts = (at: CountedDay, within: SQL, wide: boolean): SQL => {
  const homes = places(at.live, at.day)
  if (wide)
    return sql`(select home.path, counted.n from ${byUnit(at)} counted join ${homes} home on home.id = counted.unit_id
    where ${within})`
  return sql`(select home.path, counted.n from ${homes} home
    cross join lateral ${byUnit(at, sql`person.unit_id = home.id`)} counted where ${within})`
}
