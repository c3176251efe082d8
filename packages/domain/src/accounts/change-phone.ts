import {
  audit,
  authorize,
  enqueue,
  Invalid,
  type MemberActor,
  NotFound,
  seal,
  type TenantContext,
  transaction,
} from '@sotay/kernel'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { inRoster, member, readPhone, recordMemberChanges } from '../members'
import { consumeProvince } from './cap-alert'
import { phoneChangeLimits, provinceLimit } from './code-limits'
import { endSessionsOf } from './end-sessions'
import { type RequestPhoneChange, requestPhoneChangeInput, type VerifyCode, verifyCodeInput } from './inputs'
import { issueCode } from './issue-code'
import { loadCredentials } from './load-credentials'
import { verifyPassword } from './password'
import { consume, forget } from './rate-limits'
import type { Challenge } from './request-code'
import { account, oneTimeCode } from './schema'
import { numberBox, sendNotice } from './send-notice'
import { cardLimit } from './sign-in-limits'
import { tryCode } from './try-code'

/**
 * Sends a code to a number that the signed-in member wants on file in place of the old one.
 * @throws Invalid for a wrong password, or a number that cannot be one or is on file already · TooMany beyond the caps
 */
export async function requestPhoneChange(ctx: TenantContext, input: RequestPhoneChange): Promise<Challenge> {
  const actor = memberActor(ctx)
  const { password, phone: typed, address } = requestPhoneChangeInput.parse(input)
  const limit = cardLimit(`own:${actor.accountId}`)
  await consume(ctx, 'accounts.too-many-sign-ins', [limit])
  const known = await loadCredentials(ctx, eq(account.id, actor.accountId))
  if (!(await verifyPassword(known?.passwordHash, password)) || !known) {
    throw new Invalid({ password: ['accounts.current-password-wrong'] })
  }
  await forget(ctx, [limit])
  const phone = readPhone(typed)
  if (!phone) throw new Invalid({ phone: ['accounts.phone-format'] })
  if (known.phone !== null && readPhone(known.phone) === phone) throw new Invalid({ phone: ['accounts.phone-same'] })
  await consume(ctx, 'accounts.too-many-codes', phoneChangeLimits(ctx, { memberId: actor.memberId, phone, address }))
  await consumeProvince(ctx, provinceLimit(ctx, true))
  return issueCode(ctx, { purpose: 'phone-change', memberId: actor.memberId, phone })
}

/**
 * Puts the number that received the code on file. The member's other devices sign in anew, codes on their way to the old
 * number are void, and the old number is told.
 * @throws Invalid, with one code whether the code is wrong, used, late, of another flow or of somebody else (H21, H22)
 */
export async function confirmPhoneChange(ctx: TenantContext, input: VerifyCode): Promise<void> {
  const actor = memberActor(ctx)
  const given = verifyCodeInput.parse(input)
  const { phone } = await tryCode(ctx, given, ['phone-change'], eq(oneTimeCode.memberId, actor.memberId))
  await transaction(ctx, async (tx) => {
    const [before] = await tx.db
      .select({ phone: member.phone })
      .from(member)
      .where(and(eq(member.id, actor.memberId), inRoster))
      .for('update')
    if (!before || !phone) throw new NotFound()
    await tx.db
      .update(member)
      .set({ phone, revision: sql`${member.revision} + 1` })
      .where(eq(member.id, actor.memberId))
    await recordMemberChanges(tx, actor.memberId, [{ field: 'phone', before: before.phone, after: phone }])
    await tx.db
      .update(oneTimeCode)
      .set({ usedAt: tx.clock.now() })
      .where(and(eq(oneTimeCode.memberId, actor.memberId), isNull(oneTimeCode.usedAt)))
    await endSessionsOf(tx, actor.accountId, actor.sessionId)
    audit(tx, 'accounts.phone-changed', { id: actor.accountId })
    if (before.phone) {
      const sealedTo = seal(tx, numberBox(actor.memberId), before.phone)
      enqueue(tx, sendNotice, { notice: 'phone-changed', memberId: actor.memberId, sealedTo })
    }
  })
}

function memberActor(ctx: TenantContext): MemberActor {
  authorize(ctx, 'accounts.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  return ctx.actor
}
