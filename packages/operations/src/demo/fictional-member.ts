import { createHash } from 'node:crypto'
import { newId } from '@sotay/kernel'
import type { TenantConfiguration } from '@sotay/tenant-config'
import { namedPerson } from './person-name'
import type { Random } from './random'

/** A row of the roster, as columns are named. */
export interface FictionalMember {
  id: string
  unit_id: string
  full_name: string
  card_number: string
  phone: string
  gender: 'male' | 'female'
  status: 'full' | 'probationary'
  birth_date: string
  admitted_on: string
  confirmed_on: string | null
  probation_ends_on: string | null
  exempt_from: string | null
  exempt_until: string | null
  created_at: string
}

/**
 * Makes up a member.
 * @param index position in the province, from 1: decides card and telephone number
 * @param today the year people are aged against
 */
export function fictionalMember(
  configuration: TenantConfiguration,
  random: Random,
  { index, unitId, today }: { index: number; unitId: string; today: Date },
): FictionalMember {
  const thisYear = today.getUTCFullYear()
  const months = configuration.roster?.probationMonths
  const probationary = months !== undefined && random.between(1, 100) <= 4
  const birthYear = thisYear - (probationary ? random.between(20, 38) : random.between(22, 84))
  const admittedYear = Math.min(birthYear + random.between(20, 38), thisYear - 2)
  const exempt = thisYear - birthYear > 70 && random.between(1, 100) <= 30
  const day = (year: number) => `${year}-${pad(random.between(1, 12), 2)}-${pad(random.between(1, 28), 2)}`
  // A probationary member was admitted within the term; some are near its end, a few past it.
  const admittedOn = probationary ? monthsAfter(today, -random.between(0, months + 1)) : day(admittedYear)
  const { name, gender } = namedPerson(random)
  return {
    id: newId(today.getTime()),
    unit_id: unitId,
    full_name: name,
    card_number: cardNumber(configuration, index),
    phone: phoneNumber(configuration.slug, index),
    gender,
    status: probationary ? 'probationary' : 'full',
    birth_date: day(birthYear),
    admitted_on: admittedOn,
    confirmed_on: probationary ? null : `${admittedYear + 1}${admittedOn.slice(4)}`,
    probation_ends_on: probationary ? monthsAfter(new Date(admittedOn), months) : null,
    exempt_from: exempt ? `${thisYear - 1}-01-01` : null,
    exempt_until: exempt && random.between(1, 100) <= 20 ? `${thisYear + 1}-12-31` : null,
    created_at: today.toISOString(),
  }
}

/** @returns YYYY-MM-DD */
function monthsAfter(day: Date, months: number): string {
  const date = Math.min(day.getUTCDate(), 28)
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, date)).toISOString().slice(0, 10)
}

/**
 * A card number of the scheme in force: its example with the last digits counting. A province without a scheme has cards
 * of its own name.
 */
export function cardNumber({ accounts, slug }: TenantConfiguration, index: number): string {
  const scheme = accounts.cardScheme.at(-1)
  if (!scheme) return `${slug.toUpperCase()}-${pad(index, 6)}`
  const digits = pad(index, 6).split('')
  const written = scheme.example
    .split('')
    .reverse()
    .map((char) => (/\d/.test(char) ? (digits.pop() ?? char) : char))
  const card = written.reverse().join('')
  if (!new RegExp(scheme.pattern, 'u').test(card)) throw new Error(`cannot make cards like ${scheme.example}`)
  return card
}

/** A mobile number that no other demonstration member of any province has. */
export function phoneNumber(slug: string, index: number): string {
  const block = createHash('sha256').update(slug).digest().readUInt16LE(0) % 100
  return `09${pad(block, 2)}${pad(index, 6)}`
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
