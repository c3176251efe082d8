import { appointCustodian, closeSeat, handOverSeat, revokeCustody } from '@sotay/domain/authority'
import { appointCustodianInput, handOverSeatInput, revokeCustodyInput } from '@sotay/domain/authority/inputs'
import type { TenantContext } from '@sotay/kernel'
import { z } from 'zod'
import { decisionOf, decisionShape } from './decision-form'

const { memberId, validFrom, validUntil } = appointCustodianInput.shape

/** What may be done with a seat. */
export const seatAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('appoint'), memberId, validFrom, validUntil, ...decisionShape }),
  z.object({ act: z.literal('hand-over'), memberId, on: handOverSeatInput.shape.on, validUntil, ...decisionShape }),
  revokeCustodyInput.extend({ act: z.literal('revoke') }),
  z.object({ act: z.literal('close') }),
])

/** @returns the key of what is said afterwards, without its namespace */
export async function actOnSeat(ctx: TenantContext, seatId: string, chosen: z.output<typeof seatAct>): Promise<string> {
  switch (chosen.act) {
    case 'appoint': {
      const { memberId, validFrom, validUntil } = chosen
      await appointCustodian(ctx, { seatId, memberId, validFrom, validUntil, decision: decisionOf(chosen) })
      return 'appointed'
    }
    case 'hand-over': {
      const { memberId, on, validUntil } = chosen
      await handOverSeat(ctx, { seatId, memberId, on, validUntil, decision: decisionOf(chosen) })
      return 'handed-over'
    }
    case 'revoke':
      await revokeCustody(ctx, chosen)
      return 'revoked'
    case 'close':
      await closeSeat(ctx, { seatId })
      return 'seat-closed'
  }
}
