import { dropBareSchema, dropSchema } from '@sotay/tenancy'
import { databaseServer, tenantAside } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { recordOperation } from '../record-operation'

/** What was kept of a province's earlier self, by where it is. */
export async function listAside(ctx: OperationsContext, slug: string) {
  const { id } = await findTenant(ctx, slug)
  return ctx.platform.select().from(tenantAside).where(eq(tenantAside.tenantId, id))
}

/**
 * Accepts a province as it now is: what a restore or a move put aside is dropped for good.
 * @returns names of the schemas dropped @throws NotFound
 */
export async function acceptTenant(ctx: OperationsContext, slug: string): Promise<string[]> {
  const record = await findTenant(ctx, slug)
  const dropped = await dropAside(ctx, record.id, record.schema)
  if (dropped.length > 0) await recordOperation(ctx, 'tenant.accepted', slug, { dropped })
  return dropped
}

/** Drops what was put aside; at a server the province has left, its login too. */
export async function dropAside(ctx: OperationsContext, tenantId: string, schema: string): Promise<string[]> {
  const kept = await ctx.platform.select().from(tenantAside).where(eq(tenantAside.tenantId, tenantId))
  const servers = await ctx.platform.select().from(databaseServer)
  for (const { id, why, schema: aside, placement } of kept) {
    const server = servers.find(({ key }) => key === placement) ?? ctx.settings.database
    const owner = ctx.owner(server)
    await dropBareSchema(owner, aside)
    if (why === 'moved' && (ctx.directory.byId(tenantId)?.placement ?? 'default') !== (placement ?? 'default'))
      await dropSchema(owner, server.database, schema)
    await ctx.platform.delete(tenantAside).where(eq(tenantAside.id, id))
  }
  return kept.map((row) => row.schema)
}
