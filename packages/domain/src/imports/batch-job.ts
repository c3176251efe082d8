import { type TenantContext, type TransactionContext, transaction } from '@sotay/kernel'
import { z } from 'zod'
import { type HeldBatch, lockBatch } from './lock-batch'
import type { ImportStatus } from './schema'

export const batchJobInput = z.object({
  batchId: z.uuid(),
  /** Who started the step, as histories name them. */
  by: z.string(),
})
export type BatchJob = z.output<typeof batchJobInput>

/** Rows of one transaction. */
export const CHUNK = 1_000

/** After so long a run hands the rest on to the next one, so that a killed worker's step is soon taken up by another. */
const RUN_MS = 40_000
export const RUN_LIMIT_SECONDS = 75

/** True while a run has time left. */
export function runClock(): () => boolean {
  const end = performance.now() + RUN_MS
  return () => performance.now() < end
}

/**
 * One transaction of a step on a batch that is held; nothing when another run has moved it on meanwhile.
 * @param reached true of the batch as this run knows it
 */
export const onBatch = <Result>(
  ctx: TenantContext,
  batchId: string,
  { status, reached = () => true }: { status: ImportStatus; reached?: (held: HeldBatch) => boolean },
  work: (tx: TransactionContext, held: HeldBatch) => Promise<Result>,
): Promise<Result | undefined> =>
  transaction(ctx, async (tx) => {
    const held = await lockBatch(tx, batchId)
    return held.status === status && reached(held) ? work(tx, held) : undefined
  })
