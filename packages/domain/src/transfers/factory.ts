import { type TenantContext, todayOf } from '@sotay/kernel'
import { acceptTransfer, confirmTransfer } from './answer-transfer'
import { decideTransfer } from './decide-transfer'
import type { DecideTransfer, RequestTransfer } from './inputs'
import { requestTransfer } from './request-transfer'

/** A decision with whatever a test did not care to say. */
export const makeDecision = (ctx: TenantContext) => ({
  number: '15-QĐ/ĐU',
  signedOn: todayOf(ctx),
  signer: 'Bí thư Đảng ủy',
})

export type GivenTransfer = Partial<RequestTransfer> & {
  memberId: string
  /** How far it went: its state at the end. */
  upTo?: 'requested' | 'confirmed' | 'accepted' | 'decided'
  decision?: Partial<DecideTransfer>
}

/** Asks for a transfer and answers it up to a state, as an operation that may answer for everybody. */
export async function makeTransfer(
  ctx: TenantContext,
  { upTo = 'requested', decision, ...given }: GivenTransfer,
): Promise<{ id: string }> {
  const asked: RequestTransfer = { kind: 'permanent', reason: 'Thay đổi nơi cư trú', ...given }
  const { id } = await requestTransfer(ctx, asked)
  const transferId = id
  if (upTo === 'requested') return { id }
  await confirmTransfer(ctx, { transferId })
  if (upTo === 'confirmed') return { id }
  if (asked.kind !== 'out') await acceptTransfer(ctx, { transferId })
  if (upTo === 'accepted') return { id }
  await decideTransfer(ctx, { transferId, ...makeDecision(ctx), effectiveOn: todayOf(ctx), ...decision })
  return { id }
}
