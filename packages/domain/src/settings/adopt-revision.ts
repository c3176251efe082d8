import type { JobDefinition, TenantContext } from '@sotay/kernel'
import { configurationRevision } from '@sotay/kernel/schema'
import type { TenantConfiguration } from '@sotay/tenant-config'
import { eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addAgencies, unit } from '../organisation'
import { drawIcons } from './draw-icons'

/** Puts a published revision in force everywhere, and adds the agencies it names to the tree. Any part may be repeated. */
export const adoptRevision: JobDefinition<{ revision: number }> = {
  name: 'settings.adopt-revision',
  concurrency: 2,
  input: z.object({ revision: z.number().int().positive() }),
  async handler(ctx, { revision }, ports) {
    const [row] = await ctx.db
      .select({ configuration: configurationRevision.configuration })
      .from(configurationRevision)
      .where(eq(configurationRevision.revision, revision))
    if (!row) throw new Error(`configuration revision ${revision} is missing`)
    const configuration = row.configuration as TenantConfiguration
    await drawIcons(ctx, configuration.brand)
    if (!ports.adoptRevision) throw new Error('no catalogue to tell')
    await ports.adoptRevision({ tenantId: ctx.tenant.id, revision, configuration })
    await growTree({ ...ctx, config: ctx.config.recompile(configuration) })
  },
}

async function growTree(ctx: TenantContext): Promise<void> {
  const [root] = await ctx.db.select({ id: unit.id }).from(unit).where(isNull(unit.parentId))
  if (root) await addAgencies(ctx, root.id)
}
