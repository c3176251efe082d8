import { createHash, randomBytes } from 'node:crypto'
import { Invalid, keyedHash, type TenantContext } from '@sotay/kernel'
import { and, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { type CodePurpose, oneTimeCode } from './schema'

/**
 * Tries a code of one of the purposes. One statement counts the try and decides, so that of many right codes at once
 * exactly one passes (H21). It stands outside any transaction, so that a wrong try counts.
 * @param whose what else must be true of the challenge
 * @returns a proof, and where the code had gone when it was not the phone on file
 * @throws Invalid, with one code whether it is wrong, used, late, burnt, or of nobody (H20, H22)
 */
export async function tryCode(
  ctx: TenantContext,
  { challengeId, code }: { challengeId: string; code: string },
  purposes: readonly CodePurpose[],
  whose?: SQL,
): Promise<{ proof: string; phone: string | null }> {
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
        inArray(oneTimeCode.purpose, [...purposes]),
        whose,
        isNull(oneTimeCode.verifiedAt),
        isNull(oneTimeCode.usedAt),
        gt(oneTimeCode.triesLeft, 0),
        gt(oneTimeCode.expiresAt, now),
      ),
    )
    .returning({ verifiedAt: oneTimeCode.verifiedAt, phone: oneTimeCode.phone })
  if (!tried?.verifiedAt) throw new Invalid({ code: ['accounts.code-refused'] })
  return { proof, phone: tried.phone }
}

export const proofHashOf = (proof: string): string => createHash('sha256').update(proof).digest('hex')

/** A code's hash belongs to its challenge: the same code of another challenge has another. */
export const codeHashOf = (ctx: TenantContext, challengeId: string, code: string): string =>
  keyedHash(ctx, 'accounts:code', `${challengeId}:${code}`)
