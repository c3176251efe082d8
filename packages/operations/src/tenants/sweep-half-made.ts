import { Conflict } from '@sotay/kernel'
import { dropSchema } from '@sotay/tenancy'
import { tenant } from '@sotay/tenancy/schema'
import { and, eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { withLock } from '../with-lock'

/**
 * Removes what killed creations left behind: whoever creates holds the province's lock, so a free lock means a dead one.
 * @returns slugs of what was removed
 */
export async function sweepHalfMade(ctx: OperationsContext): Promise<string[]> {
  const halfMade = await ctx.platform.select().from(tenant).where(eq(tenant.status, 'provisioning'))
  const removed: string[] = []
  for (const { id, slug, schema } of halfMade) {
    try {
      await withLock(ctx, `tenant:${slug}`, async () => {
        const still = and(eq(tenant.id, id), eq(tenant.status, 'provisioning'))
        const [row] = await ctx.platform.select({ id: tenant.id }).from(tenant).where(still)
        if (!row) return
        await dropSchema(ctx.owner(ctx.settings.database), ctx.settings.database.database, schema)
        await ctx.platform.delete(tenant).where(still)
        removed.push(slug)
      })
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  return removed
}
