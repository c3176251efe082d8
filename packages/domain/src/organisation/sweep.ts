import { authorize, dayIn, type JobDefinition, type TenantContext } from '@sotay/kernel'
import { inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import { SCANS } from './record-decision'
import { decision, exportTally } from './schema'

/** Longer than any transaction that may yet write the row of a scan. */
const YOUNG_MS = 86_400_000
const BATCH = 500

/** Removes scans that belong to no decision, left by transactions that failed, and counts of exports of past days. */
export const sweep: JobDefinition<Record<string, never>> = {
  name: 'organisation.sweep',
  input: z.object({}).strict() as z.ZodType<Record<string, never>>,
  async handler(ctx) {
    authorize(ctx, 'organisation.manage')
    const now = ctx.clock.now()
    await ctx.db.delete(exportTally).where(lt(exportTally.day, dayIn(ctx.config.timezone, now)))
    let batch: string[] = []
    for await (const { key, modifiedAt } of ctx.files.list(ctx.files.prefix(SCANS))) {
      if (now.getTime() - modifiedAt.getTime() < YOUNG_MS) continue
      batch.push(key)
      if (batch.length === BATCH) batch = await removeOrphans(ctx, batch)
    }
    await removeOrphans(ctx, batch)
  },
}

async function removeOrphans({ db, files }: TenantContext, keys: string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await db.select({ key: decision.fileKey }).from(decision).where(inArray(decision.fileKey, keys))
  const kept = new Set(rows.map(({ key }) => key))
  for (const key of keys) if (!kept.has(key)) await files.remove(files.stored(key))
  return []
}
