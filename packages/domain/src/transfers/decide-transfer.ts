import {
  addMonths,
  authorize,
  Conflict,
  Invalid,
  newId,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, eq, max } from 'drizzle-orm'
import { loadMeetingPlace } from '../members'
import { recordDecision, unit } from '../organisation'
import {
  type CancelTransfer,
  cancelTransferInput,
  type DecideTransfer,
  decideTransferInput,
  type RedirectTransfer,
  redirectTransferInput,
} from './inputs'
import { findTransfer, loadForAct } from './load-transfer'
import type { TransferRow } from './places'
import { recordStep } from './record-step'
import { rulesOf } from './rules'
import { transfer } from './schema'
import { takeEffect } from './take-effect'

/**
 * The competent committee decides. From today or before, the member moves at once; else on the day, by itself. One who
 * leaves the province stays in the old cell until the other side's receipt.
 * @throws NotFound for another committee · Conflict when it was answered already or the new cell has ended · Invalid for
 * days that cannot be
 * Source: QN 10.2.2
 */
export async function decideTransfer(ctx: TenantContext, input: DecideTransfer): Promise<void> {
  authorize(ctx, 'transfers.decide')
  const { transferId, effectiveOn, ...decision } = decideTransferInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadForAct(tx, transferId, 'decide')
    const issuerId = found.competent?.id
    if (!issuerId) throw new Conflict('transfers.no-committee')
    if (effectiveOn < decision.signedOn) throw new Invalid({ effectiveOn: ['transfers.before-decision'] })
    checkTemporary(tx, found, effectiveOn)
    if (found.toUnitId) await loadMeetingPlace(tx, found.toUnitId, effectiveOn)
    const { id: decisionId } = await recordDecision(tx, decision)
    const letter = await nextLetter(tx, issuerId)
    const nonce = found.kind === 'out' ? newId() : null
    const set = { decisionId, effectiveOn, nonce, fromUnitId: found.homeId, decidedAtUnitId: issuerId, ...letter }
    await recordStep(tx, transferId, 'decided', { set })
    if (found.kind !== 'out' && effectiveOn <= todayOf(tx)) await takeEffect(tx, await findTransfer(tx, transferId))
  })
}

function checkTemporary(tx: TransactionContext, { kind, untilOn }: TransferRow, effectiveOn: string): void {
  if (kind !== 'temporary' || !untilOn) return
  if (effectiveOn > untilOn) throw new Invalid({ effectiveOn: ['transfers.after-until'] })
  if (untilOn > addMonths(effectiveOn, rulesOf(tx).temporaryMonths))
    throw new Invalid({ effectiveOn: ['transfers.too-long'] })
}

/** Letters of one unit are numbered one after another: the unit's row makes two deciders wait for each other. */
async function nextLetter(tx: TransactionContext, issuerId: string) {
  const letterYear = Number(todayOf(tx).slice(0, 4))
  await tx.db.select({ id: unit.id }).from(unit).where(eq(unit.id, issuerId)).for('no key update')
  const [last] = await tx.db
    .select({ ordinal: max(transfer.letterOrdinal) })
    .from(transfer)
    .where(and(eq(transfer.decidedAtUnitId, issuerId), eq(transfer.letterYear, letterYear)))
  return { letterYear, letterOrdinal: (last?.ordinal ?? 0) + 1 }
}

/**
 * Sends a transfer to another cell, which must accept it and have it decided anew: the way on when the first has ended or
 * was merged meanwhile.
 * @throws NotFound, Conflict as the other acts
 */
export async function redirectTransfer(ctx: TenantContext, input: RedirectTransfer): Promise<void> {
  authorize(ctx, 'transfers.own')
  const { transferId, toUnitId, reason } = redirectTransferInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { homeId, goalName } = await loadForAct(tx, transferId, 'redirect')
    await loadMeetingPlace(tx, toUnitId, todayOf(tx))
    if (toUnitId === homeId) throw new Conflict('transfers.own-cell')
    const note = goalName ? `${goalName}: ${reason}` : reason
    const undecided = { decisionId: null, decidedAtUnitId: null, letterYear: null, letterOrdinal: null }
    await recordStep(tx, transferId, 'confirmed', {
      action: 'redirected',
      note,
      set: { toUnitId, fromUnitId: homeId, ...undecided },
    })
  })
}

/** The committee takes a decision back before its day. @throws NotFound, Conflict as the other acts */
export async function cancelTransfer(ctx: TenantContext, input: CancelTransfer): Promise<void> {
  authorize(ctx, 'transfers.decide')
  const { transferId, reason } = cancelTransferInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { homeId } = await loadForAct(tx, transferId, 'cancel')
    await recordStep(tx, transferId, 'refused', { action: 'cancelled', note: reason, set: { fromUnitId: homeId } })
  })
}
