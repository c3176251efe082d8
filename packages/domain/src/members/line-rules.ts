import { addMonths, addYears, Invalid, type TenantContext, todayOf } from '@sotay/kernel'
import { readCardNumber } from './card-number'
import { readPhone } from './phone-number'
import type { MembershipStatus } from './schema'

export interface LineFacts extends LineDays {
  status: MembershipStatus
  cardNumber: string | null
  phone: string | null
}
interface LineDays {
  birthDate: string | null
  admittedOn: string | null
  confirmedOn: string | null
  probationEndsOn?: string | null
}

/** Nobody on a roster was born earlier; what is earlier was mistyped. */
const EARLIEST_BIRTH = '1900-01-01'

/**
 * Holds a line of the roster to what can be: its days follow one another and none lies ahead, card and phone have a form.
 * @param standing the line as it stands: what was not touched is not held against who edits the rest
 * @returns card and phone in the form they are kept in, and every way the card may be written
 * @throws Invalid by field
 * Source: config `roster`
 */
export function checkLine(ctx: TenantContext, given: LineFacts, standing?: LineFacts) {
  const errors: Record<string, string[]> = {}
  const refuse = (field: string, code: string) => {
    errors[field] ??= [code]
  }
  const card = standing && given.cardNumber === standing.cardNumber ? undefined : cardOf(ctx, given.cardNumber ?? '')
  if (card === null) refuse('cardNumber', 'members.card-format')
  const untouched = standing && given.phone === standing.phone
  const phone = untouched || !given.phone ? given.phone : readPhone(given.phone)
  if (phone === undefined) refuse('phone', 'members.phone-format')
  if (!standing || days.some((field) => given[field] !== standing[field])) checkDays(ctx, given, refuse)
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return { phone: phone ?? null, cardNumber: card?.kept ?? given.cardNumber ?? '', written: card?.written ?? [] }
}

const days = ['birthDate', 'admittedOn', 'confirmedOn', 'probationEndsOn'] as const

function cardOf(ctx: TenantContext, given: string) {
  const card = readCardNumber(ctx, given)
  if (!card) return null
  const typed = given.normalize('NFKC').trim().toUpperCase()
  return { written: card.written, kept: card.written.includes(typed) ? typed : card.written[0]! }
}

function checkDays(ctx: TenantContext, given: LineFacts, refuse: (field: string, code: string) => void): void {
  const { birthDate: born, admittedOn: admitted, confirmedOn: confirmed, probationEndsOn: due } = given
  const now = todayOf(ctx)
  const age = ctx.config.roster?.admissionAge
  if (born && born > now) refuse('birthDate', 'members.birth-ahead')
  if (born && born < EARLIEST_BIRTH) refuse('birthDate', 'members.birth-format')
  if (admitted && admitted > now) refuse('admittedOn', 'members.admitted-ahead')
  if (born && admitted && age && admitted < addYears(born, age)) refuse('admittedOn', 'members.admitted-young')
  if (born && admitted && admitted <= born) refuse('admittedOn', 'members.admitted-young')
  if (confirmed && confirmed > now) refuse('confirmedOn', 'members.confirmed-ahead')
  if (confirmed && admitted && confirmed < admitted) refuse('confirmedOn', 'members.confirmed-early')
  if (confirmed && given.status === 'probationary') refuse('confirmedOn', 'members.confirmed-probationary')
  if (due && admitted && due < admitted) refuse('probationEndsOn', 'members.probation-early')
}

/** When somebody admitted on a day is due to be confirmed; nothing where the province keeps no roster. */
export function probationEnd(ctx: TenantContext, status: MembershipStatus, admittedOn: string | null): string | null {
  const months = ctx.config.roster?.probationMonths
  return status === 'probationary' && admittedOn && months ? addMonths(admittedOn, months) : null
}
