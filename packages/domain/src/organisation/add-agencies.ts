import type { TenantContext } from '@sotay/kernel'
import type { TenantConfiguration } from '@sotay/tenant-config'
import { eq } from 'drizzle-orm'
import { createUnit } from './create-unit'
import { unit } from './schema'

/**
 * Adds the agencies that the configuration names and the tree has not.
 * @param rootId the province's own unit
 * @returns names of those added
 */
export async function addAgencies(ctx: TenantContext, rootId: string): Promise<string[]> {
  const rows = await ctx.db.select({ level: unit.level }).from(unit).where(eq(unit.kind, 'agency'))
  const present = new Set(rows.map((row) => row.level))
  const missing = ctx.config.organisation.agencies.filter((agency) => !present.has(agency.key))
  for (const { key, name, from } of missing) {
    const validFrom = from ?? firstEffect(ctx.config)
    await createUnit(ctx, { parentId: rootId, kind: 'agency', level: key, name, validFrom })
  }
  return missing.map((agency) => agency.name)
}

/** The day the province's earliest regulation took effect: since then at least, its tree has stood. */
export const firstEffect = (configuration: TenantConfiguration): string =>
  Object.values(configuration.regulations)
    .map((regulation) => regulation.effectiveFrom)
    .sort()[0]!
