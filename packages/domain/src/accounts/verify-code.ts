import { createHash, randomBytes } from 'node:crypto'
import { authorize, Invalid, type TenantContext } from '@sotay/kernel'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { type VerifyCode, verifyCodeInput } from './inputs'
import { codeHashOf } from './request-code'
import { oneTimeCode } from './schema'

/**
 * Exchanges a right code for a proof that sets a password, once. One statement counts the try and decides, so that of
 * many right codes at once exactly one passes (H21).
 * @throws Invalid, with one code whether it is wrong, used, late, burnt, or of nobody (H20, H22)
 */
export async function verifyCode(ctx: TenantContext, input: VerifyCode): Promise<{ proof: string }> {
  authorize(ctx, 'accounts.register')
  const { challengeId, code } = verifyCodeInput.parse(input)
  const proof = randomBytes(32).toString('base64url')
  const now = ctx.clock.now()
  const right = sql`${oneTimeCode.codeHash} = ${codeHashOf(ctx, challengeId, code)}`
  const [tried] = await ctx.db
    .update(oneTimeCode)
    .set({
      triesLeft: sql`${oneTimeCode.triesLeft} - 1`,
      verifiedAt: sql`case when ${right} then ${now.toISOString()}::timestamptz end`,
      proofHash: sql`case when ${right} then ${proofHashOf(proof)} end`,
    })
    .where(
      and(
        eq(oneTimeCode.id, challengeId),
        isNull(oneTimeCode.verifiedAt),
        gt(oneTimeCode.triesLeft, 0),
        gt(oneTimeCode.expiresAt, now),
      ),
    )
    .returning({ verifiedAt: oneTimeCode.verifiedAt })
  if (!tried?.verifiedAt) throw new Invalid({ code: ['accounts.code-refused'] })
  return { proof }
}

export const proofHashOf = (proof: string): string => createHash('sha256').update(proof).digest('hex')
