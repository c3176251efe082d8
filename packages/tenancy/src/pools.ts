import type { Database, PlatformDb, TenantDb } from '@sotay/db'
import { openPool } from '@sotay/db/connect'
import { type MovablePool, openMovablePool } from '@sotay/db/movable-pool'
import type { TenantRecord } from './catalogue'
import { rolePassword } from './secrets'
import type { DatabaseServer } from './settings'

/** The login of the catalogue and the queue. It owns no province and reaches none. */
export const PLATFORM_ROLE = 'sotay_platform'

export interface PoolSettings {
  secret: string
  application: string
  /** Connections a province may hold in this process. */
  perTenant: number
  /** Provinces that may hold connections at once; the one unused longest gives way. */
  maxTenants: number
}

/** Where a province's data is, and until when its work is held back. */
type Place = Pick<TenantRecord, 'schema' | 'server' | 'heldUntil'>

export interface TenantPools {
  /** @param readOnly a pool of its own, whose connections write nothing */
  open(place: Place, readOnly?: boolean): TenantDb
  /** Follows the catalogue: work of a held province waits, work of a moved one goes on at its new server, one that is gone is left. */
  settle(places: readonly Place[]): void
  closeAll(): Promise<void>
}

/** What the key of a pool ends with that only reads; no schema's name has a space. */
const READING = ' reading'

/** Pools by province, each with its own login, made on first use. A pool is never handed to another province. */
export function tenantPools(settings: PoolSettings): TenantPools {
  const pools = new Map<string, MovablePool<DatabaseServer>>()
  const login = (schema: string, readOnly: boolean) => (server: DatabaseServer) =>
    openPool({
      ...server,
      user: schema,
      password: rolePassword(settings.secret, schema),
      application: settings.application,
      max: settings.perTenant,
      readOnly,
    })
  return {
    open({ schema, server, heldUntil }, readOnly = false) {
      const key = readOnly ? `${schema}${READING}` : schema
      const known = pools.get(key)
      if (known) {
        pools.delete(key)
        pools.set(key, known)
        return known.db as TenantDb
      }
      const pool = openMovablePool(login(schema, readOnly), server)
      pool.settle(server, heldUntil)
      pools.set(key, pool)
      if (pools.size > settings.maxTenants) {
        const [oldest, idle] = pools.entries().next().value!
        pools.delete(oldest)
        void idle.close()
      }
      return pool.db as TenantDb
    },
    settle(places) {
      for (const { schema, server, heldUntil } of places) {
        for (const key of [schema, `${schema}${READING}`]) pools.get(key)?.settle(server, heldUntil)
      }
      const there = new Set(places.flatMap(({ schema }) => [schema, `${schema}${READING}`]))
      for (const [key, gone] of pools) {
        if (there.has(key)) continue
        pools.delete(key)
        void gone.close()
      }
    },
    async closeAll() {
      const open = [...pools.values()]
      pools.clear()
      await Promise.all(open.map((pool) => pool.close()))
    },
  }
}

/** The platform's own pool. */
export function openPlatform(server: DatabaseServer, secret: string, application: string, max = 4) {
  const password = rolePassword(secret, PLATFORM_ROLE)
  const pool = openPool({ ...server, user: PLATFORM_ROLE, password, application, max })
  return { ...pool, db: pool.db as Database as PlatformDb }
}
