import { tenant } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/** Kept of a removed province: its archives' rows prove what there was. */
const KEPT = new Set(['backup'])

/**
 * Deletes every row by which the platform's tables and the queue name a province, found by their columns, so that a
 * table added later is not forgotten.
 * @returns how many rows, by table
 */
export async function forgetTenant(ctx: OperationsContext, tenantId: string): Promise<Record<string, number>> {
  const owner = ctx.owner(ctx.settings.database)
  const naming = await owner.sql.unsafe<{ name: string }[]>(
    `select table_name as name from information_schema.columns where table_schema = 'platform' and column_name = 'tenant_id'`,
  )
  const counts: Record<string, number> = {}
  await owner.sql.begin(async (tx) => {
    for (const { name } of naming.filter(({ name }) => !KEPT.has(name))) {
      const gone = await tx.unsafe(`delete from platform."${name}" where tenant_id = $1`, [tenantId])
      if (gone.count > 0) counts[name] = gone.count
    }
    const [queue] = await tx.unsafe(`select to_regclass('queue.job') as name`)
    if (queue?.name) {
      for (const name of ['job', 'archive']) {
        const gone = await tx.unsafe(`delete from queue."${name}" where data ->> 'tenantId' = $1`, [tenantId])
        if (gone.count > 0) counts[`queue.${name}`] = gone.count
      }
    }
  })
  const gone = await ctx.platform.delete(tenant).where(eq(tenant.id, tenantId)).returning({ id: tenant.id })
  counts.tenant = gone.length
  return counts
}
