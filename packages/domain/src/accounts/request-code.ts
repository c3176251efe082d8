import { authorize, Invalid, NotFound, type TenantContext } from '@sotay/kernel'
import { readCardNumber, readPhone } from '../members'
import { consumeProvince } from './cap-alert'
import { codeLimits, provinceLimit } from './code-limits'
import { findRecipient } from './find-recipient'
import { type RequestCode, requestCodeInput } from './inputs'
import { issueCode } from './issue-code'
import { consume } from './rate-limits'

export interface Challenge {
  challengeId: string
  expiresAt: Date
}

/**
 * Sends a one-time code to the phone on file. An unknown card, another phone, or an account in the wrong state gets the
 * same answer by the same work; only no message leaves (H24).
 * @throws Invalid when a number cannot be one · TooMany beyond the caps (H20, H23) · NotFound when accounts are issued
 * Source: QN 10.1.1
 */
export async function requestCode(ctx: TenantContext, input: RequestCode): Promise<Challenge> {
  authorize(ctx, 'accounts.register')
  const { purpose, address, ...typed } = requestCodeInput.parse(input)
  if (purpose === 'registration' && ctx.config.accounts.registration !== 'self') throw new NotFound()
  const card = readCardNumber(ctx, typed.cardNumber)
  if (!card) throw new Invalid({ cardNumber: ['accounts.card-format'] })
  const phone = readPhone(typed.phone)
  if (!phone) throw new Invalid({ phone: ['accounts.phone-format'] })

  const memberId = await findRecipient(ctx, purpose, card, phone)
  const known = memberId !== null
  await consume(ctx, 'accounts.too-many-codes', codeLimits(ctx, { card, phone, address, known }))
  await consumeProvince(ctx, provinceLimit(ctx, known))
  return issueCode(ctx, { purpose, memberId })
}
