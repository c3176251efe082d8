import {
  addDays,
  audit,
  authorize,
  Conflict,
  dayIn,
  everywhere,
  NotFound,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { departFromRoster, loadMember } from '../members'
import type { SignedFile } from './hand-over'
import {
  type CloseTransfer,
  closeTransferInput,
  type Receipt,
  receiptInput,
  type TransferId,
  transferIdInput,
} from './inputs'
import { findTransfer, loadForAct } from './load-transfer'
import type { TransferRow } from './places'
import { recordStep } from './record-step'
import { readSigned, receiptContent, refused, writeSigned } from './signed-file'
import { stancesOf } from './stances'

/**
 * The signed receipt that goes back to the province a member came from, once the cell has accepted or refused.
 * @throws NotFound outside the actor's scope · Conflict while it is not answered
 */
export async function receiptOfTransfer(ctx: TenantContext, input: TransferId): Promise<SignedFile> {
  authorize(ctx, 'transfers.read')
  const { transferId } = transferIdInput.parse(input)
  return transaction(ctx, async (tx) => {
    const found = await findTransfer(tx, transferId)
    const { kind, status, partner, nonce } = found
    if (kind !== 'in' || !partner || !nonce || !stancesOf(tx, found).has('reader')) throw new NotFound()
    if (status === 'confirmed') throw new Conflict('transfers.not-answered')
    const content = writeSigned(tx, 'receipt', {
      from: tx.tenant.slug,
      to: partner,
      nonce,
      outcome: status === 'effective' ? 'accepted' : 'refused',
      on: found.effectiveOn ?? dayIn(tx.config.timezone, found.statusAt),
      cell: found.goalName ?? '',
    })
    audit(tx, 'transfers.receipt-issued', { id: transferId })
    return { name: `bien-nhan-${tx.tenant.slug}-${partner}-${nonce.slice(-6)}.json`, content }
  })
}

/**
 * The other province's receipt closes a transfer: who was accepted leaves the roster, who was refused stays.
 * @throws NotFound for whom is not the deciding committee · Invalid for a receipt that is damaged, not signed by that
 * province, or of another transfer · Conflict when it was closed already
 */
export async function closeByReceipt(ctx: TenantContext, input: Receipt): Promise<{ outcome: 'accepted' | 'refused' }> {
  authorize(ctx, 'transfers.decide')
  const { transferId, file } = receiptInput.parse(input)
  return transaction(ctx, async (tx) => {
    const found = await loadForAct(tx, transferId, 'close')
    const said = readSigned(tx, 'receipt', file, { schema: receiptContent, signer: ({ from }) => from })
    if (said.from !== found.partner || said.to !== tx.tenant.slug || said.nonce !== found.nonce) {
      throw refused('receipt-of-another')
    }
    if (said.outcome === 'accepted') await leave(tx, found, said.on, said.cell)
    else await recordStep(tx, transferId, 'refused', { note: said.cell, set: { fromUnitId: found.homeId } })
    return { outcome: said.outcome }
  })
}

/**
 * The officer confirms that the other side took the member in, where no receipt comes back.
 * @param input `on` the first day there
 * @throws NotFound for whom is not the deciding committee · Conflict when it was closed already
 */
export async function closeTransfer(ctx: TenantContext, input: CloseTransfer): Promise<void> {
  authorize(ctx, 'transfers.decide')
  const { transferId, on } = closeTransferInput.parse(input)
  await transaction(ctx, async (tx) => leave(tx, await loadForAct(tx, transferId, 'close'), on))
}

async function leave(tx: TransactionContext, found: TransferRow, on: string, note?: string): Promise<void> {
  const { id, memberId, homeId } = found
  if (on > todayOf(tx)) throw new Conflict('transfers.not-yet-there')
  const held = await loadMember(tx, everywhere, memberId!)
  await departFromRoster(tx, held, { on: addDays(on, -1), leaving: 'transferred-out' })
  await recordStep(tx, id, 'effective', { note, set: { effectiveOn: on, fromUnitId: homeId } })
}
