import {
  addDays,
  authorize,
  type JobDefinition,
  Refusal,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { endOffices } from '../authority'
import { membership, moveMembership } from '../members'
import { holdTransfer } from './load-transfer'
import type { TransferRow } from './places'
import { recordStep } from './record-step'
import { transfer } from './schema'

/**
 * Moves the member of a decided transfer; offices held at the old cell end with the day before.
 * @throws Conflict when the cell has ended meanwhile, or the member is in it already or moves elsewhere
 */
export async function takeEffect(tx: TransactionContext, found: TransferRow): Promise<void> {
  const { id, memberId, toUnitId, effectiveOn, untilOn, homeId } = found
  if (!memberId || !toUnitId || !effectiveOn) throw new Error(`transfer ${id} lacks what was decided`)
  const move = { memberId, toUnitId, on: effectiveOn, cause: id }
  if (found.kind === 'temporary') await moveMembership(tx, { ...move, kind: 'temporary', until: untilOn })
  else {
    await endStay(tx, move)
    await moveMembership(tx, { ...move, kind: 'primary' })
    await endOffices(tx, [{ memberId, unitId: homeId!, last: addDays(effectiveOn, -1) }], `transfer:${id}`)
  }
  await recordStep(tx, id, 'effective', { set: { fromUnitId: homeId } })
}

/** Somebody who was in the new cell for a time is now of it. */
async function endStay(
  tx: TransactionContext,
  { memberId, toUnitId, on }: { memberId: string; toUnitId: string; on: string },
) {
  const stay = and(
    eq(membership.memberId, memberId),
    eq(membership.unitId, toUnitId),
    eq(membership.kind, 'temporary'),
    or(isNull(membership.validUntil), sql`${membership.validUntil} >= ${on}::date`),
  )
  await tx.db.delete(membership).where(and(stay, sql`${membership.validFrom} >= ${on}::date`))
  await tx.db
    .update(membership)
    .set({ validUntil: sql`${on}::date - 1` })
    .where(stay)
}

/**
 * Carries out what was decided for today or before, one by one. What cannot be stays decided: its page says why, and the
 * committee sends it to another cell or takes it back.
 */
export const takeDueTransfers: JobDefinition<Record<string, never>> = {
  name: 'transfers.take-effect',
  concurrency: 1,
  limitSeconds: 300,
  input: z.object({}).strict() as z.ZodType<Record<string, never>>,
  async handler(ctx) {
    authorize(ctx, 'transfers.decide')
    const due = await ctx.db
      .select({ id: transfer.id })
      .from(transfer)
      .where(
        and(
          eq(transfer.status, 'decided'),
          inArray(transfer.kind, ['permanent', 'temporary']),
          lte(transfer.effectiveOn, todayOf(ctx)),
        ),
      )
    for (const { id } of due) {
      try {
        await transaction(ctx, async (tx) => {
          const found = await holdTransfer(tx, id)
          if (found.status === 'decided') await takeEffect(tx, found)
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
  },
}
