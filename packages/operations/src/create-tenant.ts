import { isUniqueViolation } from '@sotay/db'

import { createUnit } from '@sotay/domain/organisation'
import { Conflict, newId } from '@sotay/kernel'
import {
  appendConfiguration,
  createSchema,
  dropSchema,
  migrateSchema,
  type TenantRecord,
  tenantPools,
  updateTenant,
} from '@sotay/tenancy'
import { tenant, tenantDomain } from '@sotay/tenancy/schema'
import type { TenantConfiguration } from '@sotay/tenant-config'
import { and, eq } from 'drizzle-orm'
import { type OperationsContext, provinceLine } from './context'
import { recordOperation } from './record-operation'

/** Milliseconds spent in each part of a creation. */
export type CreationParts = Record<'schema' | 'migrations' | 'configuration' | 'organisation', number>

export interface CreatedTenant {
  record: TenantRecord
  parts: CreationParts
}

/**
 * Creates a province from its configuration: catalogue row, schema, login, tables, first revision, top of the tree.
 * Everything or nothing: a creation that fails, or was killed half way, leaves no trace behind the next one.
 * @throws Conflict when the slug or one of the domains is taken
 * Source: R38
 */
export async function createTenant(
  ctx: OperationsContext,
  configuration: TenantConfiguration,
  onProgress: (part: keyof CreationParts) => void = () => {},
): Promise<CreatedTenant> {
  const id = newId()
  const schema = `t_${configuration.slug.replaceAll('-', '_')}`
  const { database: server } = ctx.settings
  const owner = ctx.owner(server)
  const parts: CreationParts = { schema: 0, migrations: 0, configuration: 0, organisation: 0 }
  const timed = async <Result>(part: keyof CreationParts, work: () => Promise<Result>): Promise<Result> => {
    onProgress(part)
    const start = performance.now()
    const result = await work()
    parts[part] = Math.round(performance.now() - start)
    return result
  }

  await claim(ctx, id, schema, configuration)
  try {
    await timed('schema', async () => {
      await dropSchema(owner, server.database, schema)
      await createSchema(owner, server.database, schema, ctx.settings.secret)
    })
    await timed('migrations', () => migrateSchema(owner, { schema, role: schema }, provinceLine))
    const revision = await timed('configuration', () => firstRevision(ctx, schema, configuration))
    const migration = provinceLine.migrations.at(-1)?.name ?? null
    await updateTenant(ctx.platform, id, { configRevision: revision, migration })
    await ctx.directory.refresh()
    await timed('organisation', () => createRoot(ctx, id, configuration))
    await updateTenant(ctx.platform, id, { status: 'active' })
  } catch (error) {
    await dropSchema(owner, server.database, schema)
    await ctx.platform.delete(tenant).where(eq(tenant.id, id))
    throw error
  }
  await recordOperation(ctx, 'tenant.created', configuration.slug, parts)
  await ctx.directory.refresh()
  return { record: ctx.directory.byId(id)!, parts }
}

async function claim(ctx: OperationsContext, id: string, schema: string, configuration: TenantConfiguration) {
  const { slug, name, domains, brand } = configuration
  try {
    await ctx.platform.transaction(async (tx) => {
      // What a killed creation left behind is ours to take over.
      await tx.delete(tenant).where(and(eq(tenant.slug, slug), eq(tenant.status, 'provisioning')))
      await tx.insert(tenant).values({
        id,
        slug,
        name,
        schema,
        status: 'provisioning',
        placement: null,
        face: {
          app: brand.app,
          shortName: brand.shortName,
          ...brand.colours,
          contact: configuration.texts.contact ?? '',
        },
        configRevision: 0,
        createdAt: ctx.clock.now(),
      })
      const rows = domains.map((domain, position) => ({ domain, tenantId: id, position }))
      if (rows.length > 0) await tx.insert(tenantDomain).values(rows)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'tenant_domain_pkey')) {
      throw new Conflict('operations.domain-taken', { domains: domains.join(', ') })
    }
    if (isUniqueViolation(error)) throw new Conflict('operations.slug-taken', { slug })
    throw error
  }
}

async function firstRevision(ctx: OperationsContext, schema: string, configuration: TenantConfiguration) {
  const { settings } = ctx
  const pools = tenantPools({ secret: settings.secret, application: 'sotay-create', perTenant: 1, maxTenants: 1 })
  try {
    const { host, port, database } = settings.database
    const { revision } = await appendConfiguration(pools.open(schema, { host, port, database }), configuration, {
      publishedAt: ctx.clock.now(),
      publishedBy: ctx.actor.kind,
      reason: 'tenant create',
    })
    return revision
  } finally {
    await pools.closeAll()
  }
}

async function createRoot(ctx: OperationsContext, id: string, configuration: TenantConfiguration) {
  const tenantCtx = await ctx.directory.context(ctx.directory.byId(id)!, { actor: ctx.actor })
  const [top] = configuration.organisation.levels
  const validFrom = top!.from ?? firstEffect(configuration)
  const root = await createUnit(tenantCtx, {
    parentId: null,
    kind: configuration.kind === 'steering-body' ? 'steering' : 'committee',
    level: top!.key,
    name: configuration.name,
    validFrom,
  })
  for (const agency of configuration.organisation.agencies) {
    await createUnit(tenantCtx, { parentId: root.id, kind: 'agency', level: agency.key, name: agency.name, validFrom })
  }
}

/** The day the province's earliest regulation took effect: since then at least, its tree has stood. */
const firstEffect = (configuration: TenantConfiguration): string =>
  Object.values(configuration.regulations)
    .map((regulation) => regulation.effectiveFrom)
    .sort()[0]!
