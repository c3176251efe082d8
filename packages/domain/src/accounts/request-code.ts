import { randomBytes, randomInt } from 'node:crypto'
import {
  authorize,
  enqueue,
  Invalid,
  keyedHash,
  NotFound,
  newId,
  seal,
  type TenantContext,
  transaction,
} from '@sotay/kernel'
import { readCardNumber, readPhone } from '../members'
import { codeLimits, provinceLimit } from './code-limits'
import { findRecipient } from './find-recipient'
import { type RequestCode, requestCodeInput } from './inputs'
import { consume } from './rate-limits'
import { oneTimeCode } from './schema'
import { sendCode } from './send-code'

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
  await consume(ctx, 'accounts.too-many-codes', [provinceLimit(ctx, known)])

  const { validMinutes, tries } = ctx.config.accounts.codes
  const challengeId = newId()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + validMinutes * 60_000)
  // Six digits can be searched under any hash; a keyed one is worth nothing to who has the table alone.
  const codeHash = codeHashOf(ctx, challengeId, known ? code : randomBytes(32).toString('hex'))
  const sealed = seal(ctx, { purpose: 'accounts:box:code', subject: challengeId }, code)
  await transaction(ctx, async (tx) => {
    const row = { id: challengeId, purpose, memberId, codeHash, triesLeft: tries, createdAt, expiresAt }
    await tx.db.insert(oneTimeCode).values(row)
    enqueue(tx, sendCode, { challengeId, sealed })
  })
  return { challengeId, expiresAt }
}

/** A code's hash belongs to its challenge: the same code of another challenge has another. */
export const codeHashOf = (ctx: TenantContext, challengeId: string, code: string): string =>
  keyedHash(ctx, 'accounts:code', `${challengeId}:${code}`)
