import { addDays, addYears, inScope, type Scope } from '@sotay/kernel'
import { and, gte, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { inRoster } from './in-roster'
import type { ParsedRosterFilter } from './inputs'
import { readPhone } from './phone-number'
import { member } from './schema'

export interface RosterQuestion {
  scope: Scope
  filter: ParsedRosterFilter
  /** The path of the unit of the filter. */
  unitPath?: string
  /** Conditions on members that other modules know the meaning of: roles, accounts. */
  also?: readonly SQL[]
  /** The province's day. */
  day: string
  /** The scope is a condition of the rows themselves, whatever it is. */
  strict?: true
}

/** A scope that is the whole tree needs no condition while rows are gathered: the page itself is checked again. */
const isWhole = ({ paths }: Scope): boolean => paths.some((path) => !path.includes('.'))

/** The conditions of a question on the roster; the first says who is on it at all. */
export function conditionsOf({ scope, filter, unitPath, also = [], day, strict }: RosterQuestion): [SQL, ...SQL[]] {
  const { status, gender } = filter
  const conditions: [SQL, ...SQL[]] = [status === 'left' ? isNotNull(member.leftOn) : inRoster, ...also]
  if (strict || !isWhole(scope))
    conditions.push(sql`${member.unitId} in (select id from ${unit} where ${inScope(unit.path, scope)})`)
  if (unitPath?.includes('.')) {
    conditions.push(sql`${member.unitId} in (select id from ${unit} where ${unit.path} <@ ${unitPath}::ltree)`)
  }
  for (const pattern of patternsOf(filter.search)) conditions.push(sql`${member.searchText} like fold(${pattern})`)
  if (status === 'full' || status === 'probationary') conditions.push(sql`${member.status} = ${status}`)
  if (status === 'exempt') conditions.push(isExempt(day))
  if (gender) conditions.push(sql`${member.gender} = ${gender}`)
  return [...conditions, ...dayConditions(filter, day)]
}

/** True of who is exempt from meetings on a day. */
export const isExempt = (day: string): SQL =>
  sql`(${member.exemptFrom} <= ${day}::date and (${member.exemptUntil} is null or ${member.exemptUntil} >= ${day}::date))`

function dayConditions(filter: ParsedRosterFilter, day: string): SQL[] {
  const { ageFrom, ageTo, probationBy } = filter
  const between = [
    filter.admittedFrom && gte(member.admittedOn, filter.admittedFrom),
    filter.admittedTo && lte(member.admittedOn, filter.admittedTo),
    filter.confirmedFrom && gte(member.confirmedOn, filter.confirmedFrom),
    filter.confirmedTo && lte(member.confirmedOn, filter.confirmedTo),
    ageFrom !== undefined && lte(member.birthDate, addYears(day, -ageFrom)),
    ageTo !== undefined && gte(member.birthDate, addDays(addYears(day, -ageTo - 1), 1)),
    probationBy && and(sql`${member.status} = 'probationary'`, lte(member.probationEndsOn, probationBy)),
  ]
  return between.filter((condition) => typeof condition === 'object')
}

/** True of whom a search by name, card or telephone finds, however they are written. */
export function matchesMember(search: string): SQL {
  const found = patternsOf(search.normalize('NFC').trim()).map(
    (pattern) => sql`${member.searchText} like fold(${pattern})`,
  )
  return and(...found) ?? sql`true`
}

/**
 * What is looked for, as patterns over `search_text`. Digits, however separated, are a card or a telephone number; words
 * are parts of the name, and one or two letters the beginning of a word of it.
 */
function patternsOf(search: string): string[] {
  if (search === '') return []
  if (/^[\d\s.()/+-]+$/.test(search)) {
    const digits = search.replace(/\D/g, '')
    return digits === '' ? ['% %'] : [`%${(search.includes('+') && readPhone(search)) || digits}%`]
  }
  const words = search.toLowerCase().split(/\s+/)
  return words.map((word) => {
    const plain = word.replace(/[.\-/]/g, '').replace(/[%_\\]/g, '\\$&')
    return plain.length < 3 ? `% ${plain}%` : `%${plain}%`
  })
}
