import type { TenantDb } from '@sotay/db'
import { configurationRevision } from '@sotay/kernel/schema'
import { type TenantConfiguration, type WrittenConfiguration, writeConfiguration } from '@sotay/tenant-config'
import { desc } from 'drizzle-orm'

/** The newest revision, which every process has or will have in a moment; the request's own may still be the one before. */
export interface InForce {
  revision: number
  configuration: TenantConfiguration
  written: WrittenConfiguration
}

export async function loadInForce(db: TenantDb): Promise<InForce> {
  const [row] = await db
    .select({ revision: configurationRevision.revision, configuration: configurationRevision.configuration })
    .from(configurationRevision)
    .orderBy(desc(configurationRevision.revision))
    .limit(1)
  if (!row) throw new Error('the province has no configuration')
  const configuration = row.configuration as TenantConfiguration
  return { revision: row.revision, configuration, written: writeConfiguration(configuration) }
}
