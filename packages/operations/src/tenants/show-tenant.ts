import { configurationRevision } from '@sotay/kernel/schema'
import { desc } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { countTenant, type TenantSummary } from './list-tenants'

export interface TenantDetails extends TenantSummary {
  id: string
  statusReason: string | null
  createdAt: Date
  modules: string[]
  levels: string[]
  regulations: { key: string; title: string; effectiveFrom: string }[]
  /** Newest first. */
  revisions: { revision: number; publishedAt: Date; publishedBy: string; reason: string }[]
}

/** One province in full. @throws NotFound */
export async function showTenant(ctx: OperationsContext, slug: string): Promise<TenantDetails> {
  const record = await findTenant(ctx, slug)
  const { config, db } = await ctx.directory.context(record, { actor: ctx.actor })
  const { revision, publishedAt, publishedBy, reason } = configurationRevision
  const revisions = await db
    .select({ revision, publishedAt, publishedBy, reason })
    .from(configurationRevision)
    .orderBy(desc(revision))
    .limit(20)
  const { server: _, face: __, ...known } = record
  return {
    ...known,
    ...(await countTenant(ctx, record)),
    modules: [...config.enabled],
    levels: config.organisation.levels.map((level) => level.name),
    regulations: Object.entries(config.regulations).map(([key, { title, effectiveFrom }]) => ({
      key,
      title,
      effectiveFrom,
    })),
    revisions,
  }
}
