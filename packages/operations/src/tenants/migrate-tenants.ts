import { migrateSchema, type TenantRecord, updateTenant } from '@sotay/tenancy'
import { type OperationsContext, provinceLine } from '../context'
import { findTenant } from '../find-tenant'
import { inParallel } from '../in-parallel'
import { recordOperation } from '../record-operation'
import { withLock } from '../with-lock'

export interface MigratedTenant {
  slug: string
  /** Names of the migrations applied now. */
  applied: string[]
  milliseconds: number
  /** Why it did not succeed; its schema is as it was before. */
  failure?: string
  /** Not tried, because another failed: the next run takes it up. */
  waiting?: true
}

export interface MigrationOptions {
  /** Slug of the only province to migrate; all when absent. */
  tenant?: string
  /** Provinces at once; 4 when absent. */
  parallel?: number
  /** Slug of the province that goes first, alone; the first that is behind when absent. */
  canary?: string
  /** Goes on with the others after a failure. */
  keepGoing?: boolean
  onProgress?: (done: MigratedTenant, finished: number, all: number) => void
}

/**
 * Brings provinces up to this version's tables, each in one transaction under its schema's lock: one goes first, alone,
 * the others follow only when it went well. After a failure no other is begun; what was done, before a failure or a
 * kill, is done, and the next run takes up the rest.
 * @throws NotFound for an unknown province · Conflict while another run is at all provinces
 */
export async function migrateTenants(
  ctx: OperationsContext,
  options: MigrationOptions = {},
): Promise<MigratedTenant[]> {
  if (options.tenant) return migrateAll(ctx, [await findTenant(ctx, options.tenant)], options)
  return withLock(ctx, 'migrate', async () => {
    await ctx.directory.refresh()
    const records = ctx.directory.list().filter((record) => record.status !== 'provisioning')
    return migrateAll(ctx, await canaryFirst(ctx, records, options.canary), options)
  })
}

async function migrateAll(ctx: OperationsContext, records: TenantRecord[], options: MigrationOptions) {
  const results: MigratedTenant[] = []
  let failed = false
  const migrate = async (record: TenantRecord) => {
    const skip = failed && !options.keepGoing
    const result: MigratedTenant = skip
      ? { slug: record.slug, applied: [], milliseconds: 0, waiting: true }
      : await migrateOne(ctx, record)
    if (result.failure) failed = true
    results.push(result)
    options.onProgress?.(result, results.length, records.length)
  }
  const [canary, ...others] = records
  if (canary) await migrate(canary)
  await inParallel(others, options.parallel ?? 4, migrate)
  const changed = results.filter((result) => result.applied.length > 0 || result.failure)
  if (changed.length > 0) await recordOperation(ctx, 'tenants.migrated', options.tenant ?? null, { results: changed })
  await ctx.directory.refresh()
  return results.sort((one, other) => one.slug.localeCompare(other.slug))
}

/** @throws NotFound for an unknown canary */
async function canaryFirst(ctx: OperationsContext, records: readonly TenantRecord[], slug?: string) {
  const newest = provinceLine.migrations.at(-1)?.name
  const first = slug ? await findTenant(ctx, slug) : records.find(({ migration }) => migration !== newest)
  return first ? [first, ...records.filter(({ id }) => id !== first.id)] : [...records]
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
