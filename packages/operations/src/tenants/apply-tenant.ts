import type { PlatformDb } from '@sotay/db'
import { addAgencies, droppedLevelInUse, unit } from '@sotay/domain/organisation'
import { Conflict } from '@sotay/kernel'
import { appendConfiguration, faceOf, readConfiguration, updateTenant } from '@sotay/tenancy'
import { type ConfigurationChange, diffConfiguration, type TenantConfiguration } from '@sotay/tenant-config'
import { isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { actorName, recordOperation } from '../record-operation'
import { withLock } from '../with-lock'
import { claimDomains } from './claim-tenant'

export interface AppliedConfiguration {
  changed: boolean
  revision: number
  changes: ConfigurationChange[]
  /** Names of agencies that the tree gained. */
  agenciesAdded: string[]
}

/**
 * Publishes a configuration as a new revision when it differs from the one in force; domains and agencies follow it.
 * Safe to run twice, and after a run that was killed.
 * @throws NotFound for an unknown province · Conflict when a domain is taken or a level still in use was left out
 * Source: R37
 */
export async function applyTenant(
  ctx: OperationsContext,
  configuration: TenantConfiguration,
  reason = 'tenant apply',
): Promise<AppliedConfiguration> {
  const { slug } = configuration
  return withLock(ctx, `tenant:${slug}`, async () => {
    const before = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
    const { db, tenant } = before
    const level = await droppedLevelInUse(before.db, before.config, configuration)
    if (level) throw new Conflict('operations.level-in-use', { level })
    const changes = diffConfiguration(await readConfiguration(db, before.config.revision), configuration)
    const published = await ctx.platform.transaction(async (tx) => {
      await claimDomains(tx as unknown as PlatformDb, tenant.id, configuration.domains)
      const publication = { publishedAt: ctx.clock.now(), publishedBy: actorName(ctx.actor), reason }
      const { revision, changed } = await appendConfiguration(db, configuration, publication)
      const row = { configRevision: revision, name: configuration.name, face: faceOf(configuration) }
      await updateTenant(tx as unknown as PlatformDb, tenant.id, row)
      return { revision, changed }
    })
    const after = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
    const [root] = await db.select({ id: unit.id }).from(unit).where(isNull(unit.parentId))
    const agenciesAdded = root ? await addAgencies(after, root.id) : []
    if (published.changed) {
      const paths = changes.map((change) => change.path)
      await recordOperation(ctx, 'tenant.applied', slug, { revision: published.revision, paths })
    }
    return { ...published, changes, agenciesAdded }
  })
}
