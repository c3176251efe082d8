import { configurationRevision } from '@sotay/kernel/schema'
import { desc } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { readLines } from '../fleet/read-fleet'
import type { TenantSummary } from './list-tenants'
import { publishers } from './publishers'

export interface TenantDetails extends TenantSummary {
  statusReason: string | null
  modules: string[]
  levels: string[]
  regulations: { key: string; title: string; effectiveFrom: string }[]
  /** Newest first. Who of the province published one, and why, is the province's own: both are null then. */
  revisions: { revision: number; publishedAt: Date; publishedBy: string | null; reason: string | null }[]
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
  const [[line], ours] = await Promise.all([
    readLines(ctx, [record]),
    publishers(
      ctx,
      revisions.map((row) => row.publishedBy),
    ),
  ])
  return {
    ...line!,
    statusReason: record.statusReason,
    modules: [...config.enabled],
    levels: config.organisation.levels.map((level) => level.name),
    regulations: Object.entries(config.regulations).map(([key, { title, effectiveFrom }]) => ({
      key,
      title,
      effectiveFrom,
    })),
    revisions: revisions.map(({ publishedBy, reason, ...row }) => {
      const name = ours.get(publishedBy) ?? null
      return { ...row, publishedBy: name, reason: name && reason }
    }),
  }
}
