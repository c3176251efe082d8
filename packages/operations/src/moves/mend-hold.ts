import type { TenantRecord } from '@sotay/tenancy'
import { tenant } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { withLock } from '../with-lock'
import { stopReplication } from './replication'

/**
 * Opens a province again whose work was held by a process that died: its login, and what is left of a copying. The
 * province's lock being free says that it died.
 */
export async function mendHold(ctx: OperationsContext, record: TenantRecord): Promise<void> {
  await withLock(ctx, `tenant:${record.slug}`, async () => {
    const source = ctx.owner(record.server)
    await source.sql.unsafe(`alter role "${record.schema}" login`)
    await ctx.platform.update(tenant).set({ heldUntil: null }).where(eq(tenant.id, record.id))
    await ctx.directory.refresh()
    await stopReplication({ source, target: source, schema: record.schema })
  })
}
