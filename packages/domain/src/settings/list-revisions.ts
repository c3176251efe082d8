import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { configurationRevision } from '@sotay/kernel/schema'
import { type TenantConfiguration, writeConfiguration } from '@sotay/tenant-config'
import { desc, inArray } from 'drizzle-orm'
import { changesBetween } from './changes-between'
import { type Compare, compareInput } from './inputs'
import { peopleNamed } from './people-named'

export interface PublishedRevision {
  revision: number
  at: Date
  /** A name; nothing where the vendor published. */
  by: string | null
  reason: string
  cites: string[]
}

const MOST = 100

/** The newest revisions, newest first: who published each, when, why, and the articles cited (QN 19.3). */
export async function listRevisions(ctx: TenantContext): Promise<PublishedRevision[]> {
  authorize(ctx, 'settings.read')
  const { revision, publishedAt, publishedBy, reason, cites } = configurationRevision
  const rows = await ctx.db
    .select({ revision, publishedAt, publishedBy, reason, cites })
    .from(configurationRevision)
    .orderBy(desc(revision))
    .limit(MOST)
  const names = await peopleNamed(
    ctx,
    rows.map((row) => row.publishedBy),
  )
  return rows.map((row) => ({
    revision: row.revision,
    at: row.publishedAt,
    by: names.get(row.publishedBy) ?? null,
    reason: row.reason,
    cites: row.cites ?? [],
  }))
}

/** What changed from one revision to another. @throws NotFound when one of them is none */
export async function compareRevisions(ctx: TenantContext, input: Compare) {
  authorize(ctx, 'settings.read')
  const { from, to } = compareInput.parse(input)
  const rows = await ctx.db
    .select()
    .from(configurationRevision)
    .where(inArray(configurationRevision.revision, [from, to]))
  const side = (revision: number) => {
    const found = rows.find((row) => row.revision === revision)?.configuration as TenantConfiguration | undefined
    if (!found) throw new NotFound()
    return { configuration: found, written: writeConfiguration(found) }
  }
  return changesBetween(ctx, side(from), side(to))
}
