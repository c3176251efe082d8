import { type SQL, sql } from 'drizzle-orm'
import type { orders, ParsedRosterFilter } from './inputs'
import { member } from './schema'

/** What rows are ordered by, with an index for each on `member`. */
export interface OrderKey {
  column: SQL
  /** The key as it is compared: texts in the Vietnamese collation. */
  compared(key: SQL): SQL
  typed(key: string): SQL
  /** What a filter says of the key itself: rows before or beyond it are not walked through. */
  bounds(filter: ParsedRosterFilter): SQL[]
}

const inVietnamese = (key: SQL): SQL => sql`${key} collate "vi-x-icu"`
const text = (column: SQL): OrderKey => ({
  column,
  compared: inVietnamese,
  typed: (key) => inVietnamese(sql`${key}::text`),
  bounds: () => [],
})
// Without a day last: a row comparison knows no nulls.
const admittedOn = sql`coalesce(${member.admittedOn}, '9999-12-31'::date)`

const keys: Record<(typeof orders)[number], OrderKey> = {
  given: text(sql`${member.sortName}`),
  name: text(sql`${member.fullName}`),
  admitted: {
    column: admittedOn,
    compared: (key) => key,
    typed: (key) => sql`${key}::date`,
    bounds: ({ admittedFrom: from, admittedTo: to }) => [
      ...(from ? [sql`${admittedOn} >= ${from}::date`] : []),
      ...(to ? [sql`${admittedOn} <= ${to}::date`] : []),
    ],
  },
}

export const orderKey = (order: (typeof orders)[number]): OrderKey => keys[order]

/** True of what follows the row whose key and id are `after`, `key~id`. */
export function afterKey(sorted: OrderKey, key: SQL, id: SQL, after: string | undefined): SQL {
  if (!after) return sql`true`
  const cut = after.lastIndexOf('~')
  return sql`(${sorted.compared(key)}, ${id}) > (${sorted.typed(after.slice(0, cut))}, ${after.slice(cut + 1)}::uuid)`
}
