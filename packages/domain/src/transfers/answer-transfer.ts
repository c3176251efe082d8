import { authorize, type TenantContext, transaction } from '@sotay/kernel'
import { withoutFile } from './arriving'
import { type TransferId, type TurnDownTransfer, transferIdInput, turnDownTransferInput } from './inputs'
import { loadForAct } from './load-transfer'
import { recordStep } from './record-step'
import { takeIn } from './take-in'

/**
 * The old cell confirms that it lets the member go.
 * @throws NotFound for whom is not the cell's officer · Conflict when it was answered already
 * Source: QN 10.2.2
 */
export async function confirmTransfer(ctx: TenantContext, input: TransferId): Promise<void> {
  authorize(ctx, 'transfers.answer')
  const { transferId } = transferIdInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { homeId } = await loadForAct(tx, transferId, 'confirm')
    await recordStep(tx, transferId, 'confirmed', { set: { fromUnitId: homeId } })
  })
}

/**
 * The new cell accepts the member; one who comes from another province is on its roster from today on.
 * @throws NotFound for whom is not the cell's officer · Conflict when it was answered already, or the cell has ended
 */
export async function acceptTransfer(ctx: TenantContext, input: TransferId): Promise<void> {
  authorize(ctx, 'transfers.answer')
  const { transferId } = transferIdInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadForAct(tx, transferId, 'accept')
    if (found.kind === 'in') await takeIn(tx, found)
    else await recordStep(tx, transferId, 'accepted', { set: { fromUnitId: found.homeId } })
  })
}

/**
 * Whoever's turn it is returns the request to be put right, or refuses it.
 * @throws NotFound for whom it is not to answer · Conflict when it was answered already
 */
export async function turnDownTransfer(ctx: TenantContext, input: TurnDownTransfer): Promise<void> {
  authorize(ctx, 'transfers.own')
  const { transferId, how, reason } = turnDownTransferInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadForAct(tx, transferId, 'turn-down')
    // Who does not come leaves nothing of their file here.
    await recordStep(tx, transferId, how, {
      note: reason,
      set: { fromUnitId: found.homeId, person: withoutFile(tx, found) },
    })
  })
}

/** Whoever asked takes the request back before it is decided. @throws NotFound or Conflict as the others */
export async function withdrawTransfer(ctx: TenantContext, input: TransferId): Promise<void> {
  authorize(ctx, 'transfers.own')
  const { transferId } = transferIdInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { homeId } = await loadForAct(tx, transferId, 'withdraw')
    await recordStep(tx, transferId, 'withdrawn', { set: { fromUnitId: homeId } })
  })
}
