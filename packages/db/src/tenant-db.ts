import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'

declare const tenantBrand: unique symbol
declare const platformBrand: unique symbol

/** Drizzle over a PostgreSQL connection, whatever it may reach. */
export type Database = PgDatabase<PostgresJsQueryResultHKT>

/** A handle on one province's schema through that province's own login. Only `packages/tenancy` makes one. */
export type TenantDb = Database & { readonly [tenantBrand]: true }

/** A handle on the platform's catalogue. It reaches no province. */
export type PlatformDb = Database & { readonly [platformBrand]: true }
