import type { TenantContext } from '@sotay/kernel'
import type { CardNumber } from '../members'
import type { Limit } from './rate-limits'

const HOUR = 3600
const DAY = 24 * HOUR

/**
 * Limits on asking for codes, per account, number and address (H20). An account is the pair of card and phone, and a
 * number counts only with its own card, so that nobody can use up another's codes by knowing half of the pair; a pair
 * that is not on file counts the same, so that the limits tell nothing.
 */
export function codeLimits(
  ctx: TenantContext,
  asked: { card: CardNumber; phone: string; address: string; known: boolean },
): Limit[] {
  const { codes } = ctx.config.accounts
  const pair = `${asked.card.bare}|${asked.phone}`
  return [
    { name: 'code-account', subject: pair, points: codes.perAccountPerHour, seconds: HOUR },
    { name: 'code-number', subject: asked.known ? asked.phone : pair, points: codes.perNumberPerDay, seconds: DAY },
    { name: 'code-address', subject: asked.address, points: codes.perAddressPerHour, seconds: HOUR },
  ]
}

/** Limits on codes to a number that is not yet on file: per member, number and address. */
export function phoneChangeLimits(
  ctx: TenantContext,
  asked: { memberId: string; phone: string; address: string },
): Limit[] {
  const { codes } = ctx.config.accounts
  return [
    { name: 'code-account', subject: asked.memberId, points: codes.perAccountPerHour, seconds: HOUR },
    { name: 'code-new-number', subject: asked.phone, points: codes.perNumberPerDay, seconds: DAY },
    { name: 'code-address', subject: asked.address, points: codes.perAddressPerHour, seconds: HOUR },
  ]
}

/** The province's own cap on what leaves in a day; only messages that leave are counted (H23). */
export const provinceLimit = (ctx: TenantContext, known: boolean): Limit => ({
  name: 'code-province',
  subject: '',
  points: ctx.config.accounts.codes.perTenantPerDay,
  seconds: DAY,
  cost: known ? 1 : 0,
})
