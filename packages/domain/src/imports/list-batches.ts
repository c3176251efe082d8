import { authorize, inScope, type TenantContext } from '@sotay/kernel'
import { and, desc, eq, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { type ListBatches, listBatchesInput } from './inputs'
import { importBatch } from './schema'

/** Files of units within the actor's scope, newest first, a page at a time. */
export async function listBatches(ctx: TenantContext, input: ListBatches) {
  const scope = authorize(ctx, 'imports.manage')
  const { purpose, after, size } = listBatchesInput.parse(input)
  const [at, id] = after?.split('~') ?? []
  const older =
    at && id ? sql`(${importBatch.madeAt}, ${importBatch.id}) < (${at}::timestamptz, ${id}::uuid)` : undefined
  const rows = await ctx.db
    .select({
      id: importBatch.id,
      status: importBatch.status,
      fileName: importBatch.fileName,
      totals: importBatch.totals,
      madeAt: importBatch.madeAt,
      unitName: unit.name,
      madeBy: sql<string | null>`(select full_name from ${member} where ${member.id}::text = ${importBatch.madeBy})`,
    })
    .from(importBatch)
    .innerJoin(unit, eq(unit.id, importBatch.unitId))
    .where(and(eq(importBatch.purpose, purpose), inScope(unit.path, scope), older))
    .orderBy(desc(importBatch.madeAt), desc(importBatch.id))
    .limit(size + 1)
  const batches = rows.slice(0, size)
  const last = batches.at(-1)
  const next = rows.length > size && last ? `${last.madeAt.toISOString()}~${last.id}` : undefined
  return { batches, next }
}
export type ListedBatch = Awaited<ReturnType<typeof listBatches>>['batches'][number]
