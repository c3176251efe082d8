import { Invalid, type TenantContext } from '@sotay/kernel'
import { type CardNumber, checkLine, readCardNumber } from '../members'
import { fold } from './fold'
import type { Mapping } from './guess-mapping'
import type { RosterField } from './inputs'
import { readDay } from './read-day'
import type { RowError } from './schema'

/** A line of a file as fields. */
export interface ReadLine {
  line: number
  /** Normalised where it could be read, as typed where not; empty cells are absent. */
  values: Partial<Record<RosterField | 'unitId', string>>
  errors: Record<string, RowError>
  card?: CardNumber
}

const WORDS: Record<string, string> = {
  nam: 'male',
  male: 'male',
  nu: 'female',
  female: 'female',
  'chinh thuc': 'full',
  'dang vien chinh thuc': 'full',
  ct: 'full',
  'du bi': 'probationary',
  'dang vien du bi': 'probationary',
  db: 'probationary',
}
const CHOICES = { gender: ['male', 'female'], status: ['full', 'probationary'] } as const
const DAYS = ['birthDate', 'admittedOn', 'confirmedOn'] as const
const LONGEST = { fullName: 120, unit: 400, parentUnit: 400 } as const

/** Reads one line by the mapping: what each field is, and what is wrong with it on its own. */
export function readLine(ctx: TenantContext, line: number, cells: readonly string[], mapping: Mapping): ReadLine {
  const values: ReadLine['values'] = {}
  const errors: ReadLine['errors'] = {}
  for (const [column, field] of Object.entries(mapping)) {
    const text = (cells[Number(column)] ?? '').replace(/\s+/g, ' ').trim()
    if (text !== '') values[field] = text
  }
  const refuse = (field: string, code: string) => {
    errors[field] ??= { code }
  }
  if ((values.fullName?.length ?? 0) < 2) refuse('fullName', 'imports.name-missing')
  for (const [field, longest] of Object.entries(LONGEST)) {
    if ((values[field as RosterField]?.length ?? 0) > longest) refuse(field, 'imports.too-long')
  }
  for (const [field, choices] of Object.entries(CHOICES)) {
    const text = values[field as 'gender']
    const meant = text && WORDS[fold(text)]
    if (meant && choices.some((choice) => choice === meant)) values[field as 'gender'] = meant
    else if (text) refuse(field, `imports.${field}-unknown`)
  }
  for (const field of DAYS) {
    const text = values[field]
    const day = text && readDay(text)
    if (day) values[field] = day
    else if (text) refuse(field, 'imports.date-unknown')
  }
  // A number cell has lost the zero a telephone number begins with.
  if (values.phone && /^[2-9]\d{8}$/.test(values.phone)) values.phone = `0${values.phone}`
  const card = readCard(ctx, values, refuse)
  holdTogether(ctx, values, errors)
  return { line, values, errors, card }
}

function readCard(ctx: TenantContext, values: ReadLine['values'], refuse: (field: string, code: string) => void) {
  if (!values.cardNumber) {
    refuse('cardNumber', 'imports.card-missing')
    return undefined
  }
  const card = values.cardNumber.length > 40 ? undefined : readCardNumber(ctx, values.cardNumber)
  if (!card) refuse('cardNumber', 'imports.card-format')
  // One way of writing a card for all files, so that the roster's own index tells two of one apart.
  else values.cardNumber = [...card.written].sort((a, b) => b.length - a.length)[0]!
  return card
}

/** The rules a line typed by hand is held to. */
function holdTogether(ctx: TenantContext, values: ReadLine['values'], errors: ReadLine['errors']): void {
  const sound = (field: RosterField) => (errors[field] ? null : (values[field] ?? null))
  try {
    const kept = checkLine(ctx, {
      status: values.status === 'probationary' ? 'probationary' : 'full',
      cardNumber: sound('cardNumber'),
      phone: sound('phone'),
      birthDate: sound('birthDate'),
      admittedOn: sound('admittedOn'),
      confirmedOn: sound('confirmedOn'),
    })
    if (kept.phone) values.phone = kept.phone
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    for (const [field, [first]] of Object.entries(error.fields)) {
      if (first) errors[field] ??= typeof first === 'string' ? { code: first } : first
    }
  }
}
