import type { Headcount } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { standsOn } from '../organisation'
import { member, membership } from './schema'

/** Today from the roster, on another day from the primary memberships of that day. */
export const headcount: Headcount = ({ live, day }, unitId) => {
  const there = unitId ? sql`person.unit_id = ${unitId}` : sql`true`
  return live
    ? sql`(select unit_id, count(*)::int as n from ${member} person where left_on is null and ${there} group by unit_id)`
    : sql`(select unit_id, count(*)::int as n from ${membership} person
        where kind = 'primary' and ${standsOn('person', day)} and ${there} group by unit_id)`
}
