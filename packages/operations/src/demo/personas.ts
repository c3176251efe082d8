import { createHmac } from 'node:crypto'
import type { TenantContext } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { cardNumber, phoneNumber } from './fictional-member'
import { personName } from './person-name'
import { randomFrom } from './random'

export type PersonaStatus = 'active' | 'awaiting_approval' | 'not_registered'

/** A fictional person whose sign-in is known, to try a role with. */
export interface Persona {
  role: RoleKey
  /**
   * Where the role is held, as the configuration writes it: `member`, a level's key, `agency:<key>`, `steering`; or
   * `beside`, the cell next to that of the others.
   */
  at: string
  status: PersonaStatus
  name: string
  cardNumber: string
  phone: string
  password: string
  totpSecret?: string
}

// Far above what the roster counts from, so that personas keep their cards when a province grows.
const FIRST_INDEX = 990_001

/** Who must exist in this province's demonstration: someone for each of its roles, and members on their way in. */
export function personasOf(ctx: TenantContext): Persona[] {
  const { roles, accounts } = ctx.config
  const held = roles.flatMap(({ key, at }) =>
    placesOf(ctx, key, at).map((place) => ({ role: key, at: place, status: 'active' as PersonaStatus })),
  )
  const arriving: typeof held = [{ role: 'member', at: 'member', status: 'not_registered' }]
  if (accounts.registration === 'self') arriving.push({ role: 'member', at: 'member', status: 'awaiting_approval' })
  // The other side of a transfer: a cell takes nobody in that has no one to say so.
  const other = held.filter(({ role }) => role === 'cell_secretary').slice(0, 1)
  const beside = other.map((secretary) => ({ ...secretary, at: 'beside' }))
  return [...held, ...arriving, ...beside].map((given, position) => describe(ctx, given, FIRST_INDEX + position))
}

/** The levels a role is held at, that of the approver first; one agency where it is held at no level. */
function placesOf(ctx: TenantContext, role: RoleKey, at: readonly string[]): string[] {
  const levels = at.filter((place) => ctx.config.organisation.levels.some((level) => level.key === place))
  if (levels.length === 0) return at.slice(0, 1)
  const approver = ctx.config.accounts.approvedBy
  const first = approver?.role === role || role === 'unit_admin' ? approver?.at : undefined
  return [...levels].sort((one, other) => Number(other === first) - Number(one === first))
}

function describe(ctx: TenantContext, given: Pick<Persona, 'role' | 'at' | 'status'>, index: number): Persona {
  const { slug } = ctx.tenant
  const card = cardNumber(ctx.config, index)
  const secret = (purpose: string) =>
    createHmac('sha256', Buffer.from(ctx.secretKey(`demo:${purpose}`), 'base64url'))
      .update(card)
      .digest()
  return {
    ...given,
    name: personName(randomFrom(`${slug}:${index}`)),
    cardNumber: card,
    phone: phoneNumber(slug, index),
    password: readable(secret('password')),
    ...(ctx.config.accounts.totpRoles.includes(given.role)
      ? { totpSecret: base32(secret('totp').subarray(0, 20)) }
      : {}),
  }
}

/** Three groups of four letters that are not mistaken for one another. */
export function readable(bytes: Buffer): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const letters = [...bytes.subarray(0, 12)].map((byte) => alphabet[byte % alphabet.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** RFC 4648, section 6; for a multiple of five bytes. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.replace(/.{5}/g, (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)]!)
}
