import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

const marked = new WeakSet<PgTable>()

/** Marks a table whose rows a province may add and read, never change or delete: enforced by its grants. */
export function appendOnly<Table extends PgTable>(table: Table): Table {
  marked.add(table)
  return table
}

/** Names of the marked tables among a schema's exports. */
export const appendOnlyNames = (schema: Record<string, unknown>): string[] =>
  Object.values(schema)
    .filter((entry): entry is PgTable => typeof entry === 'object' && entry !== null && marked.has(entry as PgTable))
    .map((table) => getTableName(table))
