import { configurationRevision } from '@sotay/kernel/schema'
import { desc } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'

/** The newest revision, when it was the province itself that published it; only the vendor's carry no articles at all. */
export async function ownRevision(ctx: OperationsContext, slug: string): Promise<number | undefined> {
  const { db } = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
  const [newest] = await db
    .select({ revision: configurationRevision.revision, cites: configurationRevision.cites })
    .from(configurationRevision)
    .orderBy(desc(configurationRevision.revision))
    .limit(1)
  return newest?.cites ? newest.revision : undefined
}
