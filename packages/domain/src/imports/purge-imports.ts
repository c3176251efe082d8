import { audit, defineJob, type TenantContext, transaction } from '@sotay/kernel'
import { and, asc, eq, isNull, lt, ne } from 'drizzle-orm'
import { z } from 'zod'
import { clearRows } from './purge-rows'
import { importBatch } from './schema'

const DAY_MS = 86_400_000
/** Where the configuration does not say. */
const KEEP_DAYS = 90
const AT_ONCE = 20

/** Removes files and rows of imports some time after they were last of use; the counts and the history stay. */
export const purgeImports = defineJob({
  name: 'imports.purge',
  concurrency: 1,
  input: z.object({}),
  async handler(ctx) {
    const days = ctx.config.roster?.importDays ?? KEEP_DAYS
    const before = new Date(ctx.clock.now().getTime() - days * DAY_MS)
    const old = await ctx.db
      .select({ id: importBatch.id, fileKey: importBatch.fileKey })
      .from(importBatch)
      .where(and(lt(importBatch.madeAt, before), isNull(importBatch.purgedAt), ne(importBatch.status, 'committing')))
      .orderBy(asc(importBatch.madeAt))
      .limit(AT_ONCE)
    for (const batch of old) await purge(ctx, batch)
  },
})

async function purge(ctx: TenantContext, { id, fileKey }: { id: string; fileKey: string }): Promise<void> {
  await ctx.files.remove(ctx.files.stored(fileKey))
  await transaction(ctx, async (tx) => {
    await clearRows(tx, id)
    await tx.db.update(importBatch).set({ purgedAt: tx.clock.now(), sample: [] }).where(eq(importBatch.id, id))
    audit(tx, 'imports.purged', { id })
  })
}
