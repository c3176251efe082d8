import { migrateSchema, type TenantRecord, updateTenant } from '@sotay/tenancy'
import { type OperationsContext, provinceLine } from '../context'
import { findTenant } from '../find-tenant'
import { inParallel } from '../in-parallel'
import { recordOperation } from '../record-operation'

export interface MigratedTenant {
  slug: string
  /** Names of the migrations applied now. */
  applied: string[]
  milliseconds: number
  /** Why it did not succeed; its schema is as it was before. */
  failure?: string
}

export interface MigrationOptions {
  /** Slug of the only province to migrate; all when absent. */
  tenant?: string
  /** Provinces at once; 4 when absent. */
  parallel?: number
  onProgress?: (done: MigratedTenant, finished: number, all: number) => void
}

/**
 * Brings provinces up to this version's tables, each in one transaction under its schema's lock. One that fails keeps
 * the tables it had and stops no other; what was done before a kill is done.
 * @throws NotFound for an unknown province
 */
export async function migrateTenants(
  ctx: OperationsContext,
  options: MigrationOptions = {},
): Promise<MigratedTenant[]> {
  await ctx.directory.refresh()
  const all = options.tenant ? [await findTenant(ctx, options.tenant)] : ctx.directory.list()
  const records = all.filter((record) => record.status !== 'provisioning')
  const results: MigratedTenant[] = []
  await inParallel(records, options.parallel ?? 4, async (record) => {
    const result = await migrateOne(ctx, record)
    results.push(result)
    options.onProgress?.(result, results.length, records.length)
  })
  const changed = results.filter((result) => result.applied.length > 0 || result.failure)
  if (changed.length > 0) await recordOperation(ctx, 'tenants.migrated', options.tenant ?? null, { results: changed })
  await ctx.directory.refresh()
  return results.sort((one, other) => one.slug.localeCompare(other.slug))
}

async function migrateOne(ctx: OperationsContext, record: TenantRecord): Promise<MigratedTenant> {
  const start = performance.now()
  const result: MigratedTenant = { slug: record.slug, applied: [], milliseconds: 0 }
  try {
    const target = { schema: record.schema, role: record.schema }
    result.applied = await migrateSchema(ctx.owner(record.server), target, provinceLine)
    const migration = provinceLine.migrations.at(-1)?.name ?? null
    if (record.migration !== migration) await updateTenant(ctx.platform, record.id, { migration })
  } catch (error) {
    result.failure = error instanceof Error ? error.message : String(error)
  }
  result.milliseconds = Math.round(performance.now() - start)
  return result
}
