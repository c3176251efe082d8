import {
  acceptTransfer,
  cancelTransfer,
  closeByReceipt,
  closeTransfer,
  confirmTransfer,
  decideTransfer,
  readTransfer,
  redirectTransfer,
  turnDownTransfer,
  withdrawTransfer,
} from '@sotay/domain/transfers'
import {
  cancelTransferInput,
  closeTransferInput,
  decideTransferInput,
  redirectTransferInput,
  turnDownTransferInput,
} from '@sotay/domain/transfers/inputs'
import type { TenantContext } from '@sotay/kernel'
import { z } from 'zod'
import { signedFile } from './signed-file'

const reason = turnDownTransferInput.shape.reason
const act = <const Name extends string>(name: Name) => z.object({ act: z.literal(name) })

/** What may be done with one transfer; each form of its page has fields of its own name. */
export const transferAct = z.discriminatedUnion('act', [
  act('confirm'),
  act('accept'),
  act('withdraw'),
  act('returned').extend({ turnDownReason: reason }),
  act('refused').extend({ turnDownReason: reason }),
  act('decide').extend(decideTransferInput.omit({ transferId: true }).shape),
  act('redirect').extend({ toUnitId: redirectTransferInput.shape.toUnitId, redirectReason: reason }),
  act('cancel').extend({ cancelReason: cancelTransferInput.shape.reason }),
  act('close').extend({ on: closeTransferInput.shape.on }),
  act('receipt').extend({ receipt: signedFile }),
])
export type TransferActForm = z.output<typeof transferAct>

/** @returns the key of what is said afterwards, without its namespace */
export async function actOnTransfer(ctx: TenantContext, transferId: string, chosen: TransferActForm): Promise<string> {
  switch (chosen.act) {
    case 'confirm':
      await confirmTransfer(ctx, { transferId })
      return 'confirmed'
    case 'accept': {
      await acceptTransfer(ctx, { transferId })
      const { kind } = await readTransfer(ctx, { transferId })
      return kind === 'in' ? 'taken-in' : 'accepted'
    }
    case 'withdraw':
      await withdrawTransfer(ctx, { transferId })
      return 'withdrawn'
    case 'returned':
    case 'refused':
      await turnDownTransfer(ctx, { transferId, how: chosen.act, reason: chosen.turnDownReason })
      return chosen.act
    case 'decide': {
      const { act: _, ...decision } = chosen
      await decideTransfer(ctx, { transferId, ...decision })
      return 'decided'
    }
    case 'redirect':
      await redirectTransfer(ctx, { transferId, toUnitId: chosen.toUnitId, reason: chosen.redirectReason })
      return 'redirected'
    case 'cancel':
      await cancelTransfer(ctx, { transferId, reason: chosen.cancelReason })
      return 'cancelled'
    case 'close':
      await closeTransfer(ctx, { transferId, on: chosen.on })
      return 'closed'
    case 'receipt': {
      const { outcome } = await closeByReceipt(ctx, { transferId, file: await chosen.receipt.text() })
      return `receipt-${outcome}`
    }
  }
}
