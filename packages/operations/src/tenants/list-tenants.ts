import { inRoster, member } from '@sotay/domain/members'
import { unit } from '@sotay/domain/organisation'
import type { TenantRecord } from '@sotay/tenancy'
import { count } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { inParallel } from '../in-parallel'

/** A line of the vendor's list; `members` and `units` are null where the province's database did not answer. */
export interface TenantSummary
  extends Pick<
    TenantRecord,
    'slug' | 'name' | 'status' | 'domains' | 'schema' | 'placement' | 'configRevision' | 'migration'
  > {
  members: number | null
  units: number | null
}

/** Every province with its size, by slug. */
export async function listTenants(ctx: OperationsContext): Promise<TenantSummary[]> {
  await ctx.directory.refresh()
  const records = ctx.directory.list()
  const counted = await inParallel(records, 8, (record) => countTenant(ctx, record))
  return records.map((record, index) => {
    const { slug, name, status, domains, schema, placement, configRevision, migration } = record
    const settled = counted[index]!
    const sizes = settled.status === 'fulfilled' ? settled.value : { members: null, units: null }
    return { slug, name, status, domains, schema, placement, configRevision, migration, ...sizes }
  })
}

/** How many members and units a province has. */
export async function countTenant(ctx: OperationsContext, record: TenantRecord) {
  if (record.status === 'provisioning') return { members: 0, units: 0 }
  const { db } = await ctx.directory.context(record, { actor: ctx.actor })
  const [[members], [units]] = await Promise.all([
    db.select({ n: count() }).from(member).where(inRoster),
    db.select({ n: count() }).from(unit),
  ])
  return { members: members?.n ?? 0, units: units?.n ?? 0 }
}
