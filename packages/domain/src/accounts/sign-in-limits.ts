import type { Limit } from './rate-limits'

const QUARTER = 15 * 60

/** Failures a card may have. A right password clears them. */
export const cardLimit = (card: string): Limit => ({
  name: 'sign-in-card',
  subject: card,
  points: 10,
  seconds: QUARTER,
})

/** Failures an address may have: generous, as a mobile operator puts thousands of people behind one. */
export const addressLimit = (address: string, cost: 0 | 1 = 0): Limit => ({
  name: 'sign-in-address',
  subject: address,
  points: 200,
  seconds: QUARTER,
  cost,
})

/** Cards that are nobody's, from one address. */
export const unknownCardLimit = (address: string): Limit => ({ ...addressLimit(address, 1), name: 'sign-in-unknown' })

/** Wrong second-factor codes an account may have. */
export const secondFactorLimit = (accountId: string): Limit => ({
  name: 'second-factor',
  subject: accountId,
  points: 5,
  seconds: QUARTER,
})
