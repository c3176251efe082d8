import type { TenantContext } from '@sotay/kernel'
import type { RecordDecision } from '../organisation/inputs'
import { appointCustodian } from './appoint-custodian'
import { openSeat } from './open-seat'

export interface GivenSeat {
  unitId: string
  name?: string
  role?: string
  /** Who holds it from today; vacant when absent. */
  memberId?: string
  validUntil?: string | null
}

/** A decision with whatever a test did not care to say. */
export const someDecision = (given: Partial<RecordDecision> = {}): RecordDecision => ({
  number: '12-QĐ/ĐU',
  signedOn: '2024-01-05',
  signer: 'Lê Văn Ký',
  ...given,
})

/** Opens a seat, and appoints its custodian when one is given. */
export async function makeSeat(ctx: TenantContext, given: GivenSeat): Promise<{ seatId: string; custodyId?: string }> {
  const { unitId, name = 'Tài khoản quản trị', role = 'unit_admin', memberId, validUntil } = given
  const { id: seatId } = await openSeat(ctx, { unitId, name, role })
  if (!memberId) return { seatId }
  const { id } = await appointCustodian(ctx, { seatId, memberId, validUntil, decision: someDecision() })
  return { seatId, custodyId: id }
}
