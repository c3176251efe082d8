import type { TenantContext } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import type { BatchReference } from './inputs'
import { loadBatch } from './load-batch'
import type { ImportPurpose } from './schema'

/**
 * One file with its state and counts.
 * @returns `rows` of the present step as far as they are known, `ofCell` when rows may leave the unit out
 * @throws NotFound outside the actor's scope
 */
export async function readBatch(ctx: TenantContext, { batchId }: BatchReference, purpose: ImportPurpose) {
  const batch = await loadBatch(ctx, batchId, purpose)
  const [own] = await ctx.db
    .select({ ofCell: sql<boolean>`${unit.kind} = 'cell'` })
    .from(unit)
    .where(eq(unit.id, batch.unitId))
  const { new: added = 0, changed = 0, same = 0, rejected = 0 } = batch.totals.outcomes
  const { id, status, fileName, headers, sample, mapping, totals, progress, failure, failureLine, unitName } = batch
  const { madeAt, committedAt, undoneAt, purgedAt } = batch
  return {
    ...{ id, status, fileName, headers, sample, mapping, totals, progress, failure, failureLine, unitName },
    ...{ madeAt, committedAt, undoneAt, purgedAt },
    ofCell: own?.ofCell ?? false,
    rows: added + changed + same + rejected,
    toTake: added + changed,
  }
}
export type BatchView = Awaited<ReturnType<typeof readBatch>>
