import type { PlatformDb } from '@sotay/db'
import type { MaintenanceNotice } from '@sotay/kernel'
import { asc, eq, gt } from 'drizzle-orm'
import { databaseServer, heldModule, maintenanceBanner, tenant, tenantDomain } from './schema'
import type { DatabaseServer } from './settings'

type TenantRow = typeof tenant.$inferSelect

/** A province as the catalogue knows it. */
export interface TenantRecord extends Omit<TenantRow, 'placement'> {
  domains: string[]
  /** Key of the server it lives on. */
  placement: string
  server: DatabaseServer
  /** Of maintenance under way or ahead, its own and everybody's. */
  notices: MaintenanceNotice[]
  /** Modules the vendor has not opened to it yet. */
  held: string[]
}

/** Name of the placement that the environment's own database is. */
export const DEFAULT_PLACEMENT = 'default'

/** Reads the whole catalogue: at most some hundred rows. @param home the database of provinces without a placement */
export async function readCatalogue(platform: PlatformDb, home: DatabaseServer): Promise<TenantRecord[]> {
  const [tenants, domains, servers, banners, held] = await Promise.all([
    platform.select().from(tenant).orderBy(asc(tenant.slug)),
    platform.select().from(tenantDomain).orderBy(asc(tenantDomain.position)),
    platform.select().from(databaseServer),
    platform
      .select()
      .from(maintenanceBanner)
      .where(gt(maintenanceBanner.endsAt, new Date()))
      .orderBy(asc(maintenanceBanner.startsAt)),
    platform.select().from(heldModule),
  ])
  const here = { host: home.host, port: home.port, database: home.database }
  return tenants.map((row) => ({
    ...row,
    domains: domains.filter((entry) => entry.tenantId === row.id).map((entry) => entry.domain),
    placement: row.placement ?? DEFAULT_PLACEMENT,
    server: servers.find((server) => server.key === row.placement) ?? here,
    notices: banners
      .filter(({ tenantId }) => tenantId === null || tenantId === row.id)
      .map(({ text, startsAt, endsAt }) => ({ text, from: startsAt, until: endsAt })),
    held: held.filter(({ tenantId }) => tenantId === row.id).map(({ module }) => module),
  }))
}

/** Sets what changes about a province in the catalogue. */
export async function updateTenant(
  platform: PlatformDb,
  id: string,
  change: Partial<
    Pick<TenantRow, 'status' | 'statusReason' | 'removeAt' | 'configRevision' | 'migration' | 'name' | 'face'>
  >,
): Promise<void> {
  await platform.update(tenant).set(change).where(eq(tenant.id, id))
}
