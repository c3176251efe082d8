import { readConfiguration } from '@sotay/tenancy'
import { type ConfigurationChange, diffConfiguration, type TenantConfiguration } from '@sotay/tenant-config'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'

/**
 * What `applyTenant` would change. Reads only.
 * @throws NotFound for an unknown province
 */
export async function diffTenant(
  ctx: OperationsContext,
  configuration: TenantConfiguration,
): Promise<ConfigurationChange[]> {
  const record = await findTenant(ctx, configuration.slug)
  const { db } = await ctx.directory.context(record, { actor: ctx.actor })
  return diffConfiguration(await readConfiguration(db, record.configRevision), configuration)
}
