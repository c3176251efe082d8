import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

const APART = '\u001f'

/** SQL: a text is one of many, as one parameter: a list of thousands costs more to build than to look up. */
export const anyOf = (column: SQLWrapper, values: readonly string[]): SQL =>
  values.length === 0 ? sql`false` : sql`${column} = any(string_to_array(${values.join(APART)}, ${APART}))`

/** The same for ids. */
export const anyId = (column: SQLWrapper, ids: readonly string[]): SQL =>
  ids.length === 0 ? sql`false` : sql`${column} = any(string_to_array(${ids.join(',')}, ',')::uuid[])`
