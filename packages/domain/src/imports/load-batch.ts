import { authorize, covers, isId, NotFound, type TenantContext, type TransactionContext } from '@sotay/kernel'
import { eq, getTableColumns } from 'drizzle-orm'
import { unit } from '../organisation'
import { type HeldBatch, lockBatch } from './lock-batch'
import { type ImportPurpose, importBatch } from './schema'

export type Batch = typeof importBatch.$inferSelect & { unitPath: string; unitName: string }

/** One file of a unit within the actor's scope. @throws NotFound otherwise */
export async function loadBatch(ctx: TenantContext, batchId: string, purpose?: ImportPurpose): Promise<Batch> {
  const scope = authorize(ctx, 'imports.manage')
  if (!isId(batchId)) throw new NotFound()
  const [found] = await ctx.db
    .select({ ...getTableColumns(importBatch), unitPath: unit.path, unitName: unit.name })
    .from(importBatch)
    .innerJoin(unit, eq(unit.id, importBatch.unitId))
    .where(eq(importBatch.id, batchId))
  if (!found || !covers(scope, found.unitPath)) throw new NotFound()
  if (purpose && found.purpose !== purpose) throw new NotFound()
  return found
}

/** The same, held until the transaction ends. */
export async function holdBatch(tx: TransactionContext, batchId: string): Promise<HeldBatch> {
  const scope = authorize(tx, 'imports.manage')
  const held = await lockBatch(tx, batchId)
  if (!covers(scope, held.unitPath)) throw new NotFound()
  return held
}
