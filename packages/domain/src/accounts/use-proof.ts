import { Invalid, type TenantContext, type TransactionContext } from '@sotay/kernel'
import { and, eq, gt, isNull, type SQL } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { type CodePurpose, oneTimeCode } from './schema'
import { proofHashOf } from './try-code'

/** How long a right code leaves time to think of a password. */
const PROOF_MINUTES = 30

export interface Proof {
  challengeId: string
  proof: string
}

/**
 * Whose proof this is, without using it.
 * @throws Invalid, one code for every reason
 */
export async function readProof(ctx: TenantContext, purpose: CodePurpose, given: Proof) {
  const [holder] = await ctx.db
    .select({ memberId: member.id, cardNumber: member.cardNumber, phone: member.phone })
    .from(oneTimeCode)
    .innerJoin(member, and(eq(member.id, oneTimeCode.memberId), inRoster))
    .where(good(ctx, purpose, given))
  return holder ?? refuse()
}

/** Uses a proof up. @throws Invalid when it was used, is late, or serves another purpose (H22) */
export async function useProof(tx: TransactionContext, purpose: CodePurpose, given: Proof): Promise<void> {
  const [used] = await tx.db
    .update(oneTimeCode)
    .set({ usedAt: tx.clock.now() })
    .where(good(tx, purpose, given))
    .returning({ id: oneTimeCode.id })
  if (!used) refuse()
}

function good(ctx: TenantContext, purpose: CodePurpose, { challengeId, proof }: Proof): SQL | undefined {
  return and(
    eq(oneTimeCode.id, challengeId),
    eq(oneTimeCode.purpose, purpose),
    eq(oneTimeCode.proofHash, proofHashOf(proof)),
    isNull(oneTimeCode.usedAt),
    gt(oneTimeCode.verifiedAt, new Date(ctx.clock.now().getTime() - PROOF_MINUTES * 60_000)),
  )
}

function refuse(): never {
  throw new Invalid({ code: ['accounts.code-refused'] })
}
