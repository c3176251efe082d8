import type { TenantDb } from '@sotay/db'
import { configurationRevision } from '@sotay/kernel/schema'
import { configurationHash, type TenantConfiguration } from '@sotay/tenant-config'
import { desc, eq } from 'drizzle-orm'

/** Reads one published revision. @throws when the catalogue points at a revision the province does not have */
export async function readConfiguration(db: TenantDb, revision: number): Promise<TenantConfiguration> {
  const [row] = await db
    .select({ configuration: configurationRevision.configuration })
    .from(configurationRevision)
    .where(eq(configurationRevision.revision, revision))
  if (!row) throw new Error(`configuration revision ${revision} is missing`)
  return row.configuration as TenantConfiguration
}

export interface Publication {
  publishedAt: Date
  publishedBy: string
  reason: string
}

/**
 * Appends a revision, unless the newest one says the same.
 * @returns its number, and whether it is new
 */
export async function appendConfiguration(
  db: TenantDb,
  configuration: TenantConfiguration,
  publication: Publication,
): Promise<{ revision: number; changed: boolean }> {
  const hash = configurationHash(configuration)
  const [newest] = await db
    .select({ revision: configurationRevision.revision, hash: configurationRevision.hash })
    .from(configurationRevision)
    .orderBy(desc(configurationRevision.revision))
    .limit(1)
  if (newest?.hash === hash) return { revision: newest.revision, changed: false }
  const revision = (newest?.revision ?? 0) + 1
  await db.insert(configurationRevision).values({ revision, hash, configuration, ...publication })
  return { revision, changed: true }
}
