import { modules } from '@sotay/domain'
import { Invalid } from '@sotay/kernel'
import { heldModule, tenant } from '@sotay/tenancy/schema'
import { asc, eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { actorName, recordOperation } from '../record-operation'

export interface Rollout {
  module: string
  /** Slugs of provinces it is not open to yet. */
  held: string[]
}

/** Keys of the modules that can be held back: those a province may list. */
export const rolloutModules = (): string[] => modules.filter(({ core }) => !core).map(({ key }) => key)

/** Which modules are held back from whom. A province made later has what its configuration lists. */
export async function listRollout(ctx: OperationsContext): Promise<Rollout[]> {
  const rows = await ctx.platform
    .select({ module: heldModule.module, slug: tenant.slug })
    .from(heldModule)
    .innerJoin(tenant, eq(tenant.id, heldModule.tenantId))
    .orderBy(asc(tenant.slug))
  return rolloutModules().map((module) => ({
    module,
    held: rows.filter((row) => row.module === module).map(({ slug }) => slug),
  }))
}

/**
 * Opens a module to these provinces and holds it back from the others; what they have in it stays.
 * @param to slugs, or all
 * @throws Invalid for a module that cannot be held back · NotFound for an unknown province
 */
export async function setRollout(
  ctx: OperationsContext,
  { module, to }: { module: string; to: 'all' | readonly string[] },
): Promise<Rollout> {
  if (!rolloutModules().includes(module)) throw new Invalid({ module: ['operations.rollout-module'] })
  for (const slug of to === 'all' ? [] : to) await findTenant(ctx, slug)
  await ctx.directory.refresh()
  const records = ctx.directory.list()
  const held = to === 'all' ? [] : records.filter(({ slug }) => !to.includes(slug))
  const by = { module, heldBy: actorName(ctx.actor), heldAt: ctx.clock.now() }
  await ctx.platform.transaction(async (tx) => {
    await tx.delete(heldModule).where(eq(heldModule.module, module))
    if (held.length > 0) await tx.insert(heldModule).values(held.map(({ id }) => ({ tenantId: id, ...by })))
  })
  const slugs = held.map(({ slug }) => slug)
  await recordOperation(ctx, 'rollout.set', null, { module, held: slugs })
  await ctx.directory.refresh()
  return { module, held: slugs }
}
