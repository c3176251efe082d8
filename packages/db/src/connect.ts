import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from './tenant-db'

export interface ConnectionSettings {
  host: string
  port: number
  database: string
  user: string
  password: string
  /** Shown in pg_stat_activity. */
  application: string
  /** Connections this pool may hold at once. */
  max: number
  /** Seconds after which an idle connection is closed. */
  idleSeconds?: number
  /** Every transaction of it may only read, whatever the statement. */
  readOnly?: boolean
}

export interface Pool {
  db: Database
  /** The bare driver, for LISTEN, COPY and scripts of several statements. */
  sql: postgres.Sql
  close(): Promise<void>
}

/** Opens a lazy pool: no connection is made before the first query. */
export function openPool(settings: ConnectionSettings): Pool {
  const { application, idleSeconds = 60, readOnly, ...rest } = settings
  const sql = postgres({
    ...rest,
    idle_timeout: idleSeconds,
    connect_timeout: 10,
    max_lifetime: 60 * 30,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: application, ...(readOnly ? { default_transaction_read_only: true } : {}) },
  })
  return { db: drizzle(alwaysPrepared(sql)), sql, close: () => sql.end({ timeout: 5 }) }
}

/** Drizzle sends every statement unprepared: two round trips each. Naming them costs one, and PostgreSQL plans once. */
export function alwaysPrepared<T extends postgres.Sql>(sql: T): T {
  return new Proxy(sql, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (text: string, params?: never[], options?: object) =>
          target.unsafe(text, params, { ...options, prepare: true })
      }
      if (key === 'begin' || key === 'savepoint') {
        const open = Reflect.get(target, key) as (...args: unknown[]) => unknown
        return (...args: unknown[]) => {
          const body = args.pop() as (inner: postgres.Sql) => unknown
          return open(...args, (inner: postgres.Sql) => body(alwaysPrepared(inner)))
        }
      }
      return Reflect.get(target, key, receiver)
    },
  })
}
