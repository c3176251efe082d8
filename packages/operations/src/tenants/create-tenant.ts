import { addAgencies, createUnit, firstEffect } from '@sotay/domain/organisation'
import { filePrefix } from '@sotay/files'
import { newId, type TenantContext } from '@sotay/kernel'
import {
  appendConfiguration,
  createSchema,
  dropSchema,
  migrateSchema,
  type TenantRecord,
  tenantPools,
  updateTenant,
} from '@sotay/tenancy'
import { tenant } from '@sotay/tenancy/schema'
import type { TenantConfiguration } from '@sotay/tenant-config'
import { eq } from 'drizzle-orm'
import { type OperationsContext, provinceLine } from '../context'
import { actorName, recordOperation } from '../record-operation'
import { withLock } from '../with-lock'
import { claimTenant } from './claim-tenant'
import { sweepHalfMade } from './sweep-half-made'

/** Milliseconds spent in each part of a creation. */
export type CreationParts = Record<'schema' | 'migrations' | 'configuration' | 'organisation', number>

export interface CreatedTenant {
  record: TenantRecord
  parts: CreationParts
}

/**
 * Creates a province from its configuration: catalogue row, schema, login, tables, first revision, top of the tree.
 * Everything or nothing: a creation that fails, or was killed half way, leaves no trace behind the next one.
 * @param onProgress called as each part begins
 * @param furnish what else belongs to the beginning; when it fails, so does the creation
 * @throws Conflict when the slug or one of the domains is taken, or the same province is being created elsewhere
 * Source: R38
 */
export async function createTenant(
  ctx: OperationsContext,
  configuration: TenantConfiguration,
  onProgress: (part: keyof CreationParts) => void = () => {},
  furnish: (province: TenantContext) => Promise<void> = async () => {},
): Promise<CreatedTenant> {
  const { slug } = configuration
  const id = newId()
  const parts: CreationParts = { schema: 0, migrations: 0, configuration: 0, organisation: 0 }
  const timed = async (part: keyof CreationParts, work: () => Promise<void>) => {
    onProgress(part)
    const start = performance.now()
    await work()
    parts[part] = Math.round(performance.now() - start)
  }
  await sweepHalfMade(ctx)
  await withLock(ctx, `tenant:${slug}`, async () => {
    const schema = await claimTenant(ctx, id, configuration)
    try {
      await build(ctx, { id, schema, configuration, furnish }, timed)
    } catch (error) {
      await undo(ctx, { id, schema }).catch(() => undefined)
      throw error
    }
  })
  await recordOperation(ctx, 'tenant.created', slug, parts)
  await ctx.directory.refresh()
  return { record: ctx.directory.byId(id)!, parts }
}

interface Claimed {
  id: string
  schema: string
  configuration: TenantConfiguration
  furnish: (province: TenantContext) => Promise<void>
}

async function build(
  ctx: OperationsContext,
  { id, schema, configuration, furnish }: Claimed,
  timed: (part: keyof CreationParts, work: () => Promise<void>) => Promise<void>,
) {
  const server = ctx.settings.database
  const owner = ctx.owner(server)
  await timed('schema', async () => {
    await dropSchema(owner, server.database, schema)
    await createSchema(owner, server.database, schema, ctx.settings.secret)
  })
  await timed('migrations', async () => {
    await migrateSchema(owner, { schema, role: schema }, provinceLine)
    await updateTenant(ctx.platform, id, { migration: provinceLine.migrations.at(-1)?.name ?? null })
  })
  await timed('configuration', async () => {
    await updateTenant(ctx.platform, id, { configRevision: await firstRevision(ctx, schema, configuration) })
    await ctx.directory.refresh()
  })
  await timed('organisation', async () => furnish(await createRoot(ctx, id, configuration)))
  await updateTenant(ctx.platform, id, { status: 'active' })
}

async function undo(ctx: OperationsContext, { id, schema }: Pick<Claimed, 'id' | 'schema'>) {
  const server = ctx.settings.database
  await dropSchema(ctx.owner(server), server.database, schema)
  for await (const { key } of ctx.store.list(filePrefix(id))) await ctx.store.remove(key)
  await ctx.platform.delete(tenant).where(eq(tenant.id, id))
  await ctx.directory.refresh()
}

async function firstRevision(ctx: OperationsContext, schema: string, configuration: TenantConfiguration) {
  const { settings } = ctx
  const pools = tenantPools({ secret: settings.secret, application: 'sotay-create', perTenant: 1, maxTenants: 1 })
  try {
    const { host, port, database } = settings.database
    const place = { schema, server: { host, port, database }, heldUntil: null }
    const { revision } = await appendConfiguration(pools.open(place), configuration, {
      publishedAt: ctx.clock.now(),
      publishedBy: actorName(ctx.actor),
      reason: 'tenant create',
    })
    return revision
  } finally {
    await pools.closeAll()
  }
}

async function createRoot(ctx: OperationsContext, id: string, configuration: TenantConfiguration) {
  const province = await ctx.directory.context(ctx.directory.byId(id)!, { actor: ctx.actor })
  const [top] = configuration.organisation.levels
  const root = await createUnit(province, {
    parentId: null,
    kind: configuration.kind === 'steering-body' ? 'steering' : 'committee',
    level: top!.key,
    name: configuration.name,
    validFrom: top!.from ?? firstEffect(configuration),
  })
  await addAgencies(province, root.id)
  return province
}
