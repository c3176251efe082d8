import { sql } from 'drizzle-orm'
import type { Database } from './tenant-db'

interface Compiled<Result> {
  execute(values: Record<string, unknown>): Promise<Result>
}
interface Preparable<Result> {
  prepare(name: string): Compiled<Result>
}
type Params = Record<string, string | number | boolean | Date | null>

/** A named parameter of a prepared query. */
export const param = (name: string) => sql.placeholder(name)

/**
 * Declares a hot read: its SQL is built once per connection pool and its plan kept by PostgreSQL.
 * @param name unique, `module.purpose`; it shows in logs and counts
 * @param build the query, with `param('x')` where a value goes; of its context it may use only what is fixed for a province
 * @returns a function of the context and the values; dates are passed as `Date`
 */
export function query<Values extends Params, Result, Context extends { db: Database } = { db: Database }>(
  name: string,
  build: (db: Database, ctx: Context) => Preparable<Result>,
) {
  const compiled = new WeakMap<Database, Compiled<Result>>()
  return (ctx: Context, values: Values): Promise<Result> => {
    let ready = compiled.get(ctx.db)
    if (!ready) {
      ready = build(ctx.db, ctx).prepare(name)
      compiled.set(ctx.db, ready)
    }
    return ready.execute(bind(values))
  }
}

function bind(values: Params) {
  const bound: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) bound[key] = value instanceof Date ? value.toISOString() : value
  return bound
}
