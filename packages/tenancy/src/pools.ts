import type { Database, PlatformDb, TenantDb } from '@sotay/db'
import { openPool, type Pool } from '@sotay/db/connect'
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

export interface TenantPools {
  open(schema: string, server: DatabaseServer): TenantDb
  close(schema: string): Promise<void>
  closeAll(): Promise<void>
}

/** Pools by province, each with its own login, made on first use. A pool is never handed to another province. */
export function tenantPools(settings: PoolSettings): TenantPools {
  const pools = new Map<string, Pool>()
  return {
    open(schema, server) {
      const key = `${server.host}:${server.port}/${server.database}/${schema}`
      const known = pools.get(key)
      if (known) {
        pools.delete(key)
        pools.set(key, known)
        return known.db as TenantDb
      }
      const pool = openPool({
        ...server,
        user: schema,
        password: rolePassword(settings.secret, schema),
        application: settings.application,
        max: settings.perTenant,
      })
      pools.set(key, pool)
      if (pools.size > settings.maxTenants) {
        const [oldest, idle] = pools.entries().next().value!
        pools.delete(oldest)
        void idle.close()
      }
      return pool.db as TenantDb
    },
    async close(schema) {
      for (const [key, pool] of pools) {
        if (!key.endsWith(`/${schema}`)) continue
        pools.delete(key)
        await pool.close()
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
