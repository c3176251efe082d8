import { type TenantContext, todayOf } from '@sotay/kernel'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { unit, unitVersion } from './schema'

/** A day on which the tree is looked at. */
export interface TreeDay {
  day: string
  /** Today: answered from `unit`, with what hangs on it. */
  live: boolean
}

/** @param day another day than today, past or planned */
export function treeDay(ctx: TenantContext, day?: string): TreeDay {
  const today = todayOf(ctx)
  return { day: day ?? today, live: day === undefined || day === today }
}

const columns = sql.raw('parent_id, path, kind, level, name, folded_name, valid_from, valid_until')

/** `asOf` for a period's alias written out, as correlated queries need it. */
export const standsOn = (alias: string, day: SQLWrapper): SQL => {
  const [from, until] = [sql.raw(`${alias}.valid_from`), sql.raw(`${alias}.valid_until`)]
  return sql`(${from} <= ${day} and (${until} is null or ${until} >= ${day}))`
}

/**
 * The tree on a day as a table to select from: id, parent_id, path, kind, level, name, folded_name, valid_from, valid_until.
 * @param day the day as SQL, a date
 */
export const places = (live: boolean, day: SQLWrapper): SQL =>
  live
    ? sql`(select id, ${columns} from ${unit} place where ${standsOn('place', day)})`
    : sql`(select unit_id as id, ${columns} from ${unitVersion} place where ${standsOn('place', day)})`

/** A day as SQL. */
export const dateSql = (day: string): SQL => sql`${day}::date`
