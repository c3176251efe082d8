import { type TenantContext, todayOf } from '@sotay/kernel'
import { composed } from '@sotay/kernel/composed'
import { optionsOf } from './field-options'
import type { FileColumn, FileField, FileRow, FileValue } from './field-type'

const LONGEST = 300
const LONGEST_NOTE = 2_000
const MOST_ROWS = 60
const EARLIEST_YEAR = 1900

/** Error codes by the field's name in the form. */
export type FieldErrors = Record<string, string[]>

/**
 * Reads what was typed into a field: cleaned, checked, in the one form in which values are kept and compared.
 * @param name the field's name in the form; its errors are collected under it
 * @returns nothing when the field was left empty
 */
export function readValue(
  ctx: TenantContext,
  field: FileField,
  raw: unknown,
  { name, errors }: { name: string; errors: FieldErrors },
): FileValue | null {
  if (field.type === 'list') return readRows(ctx, field, raw, { name, errors })
  const text = clean(raw, field.type === 'long-text')
  if (!text) return null
  const code = wrong(ctx, field, text, optionKeys(ctx, field.key))
  if (code) errors[name] = [code]
  return text
}

function readRows(
  ctx: TenantContext,
  field: FileField,
  raw: unknown,
  { name, errors }: { name: string; errors: FieldErrors },
): FileValue | null {
  const given = Array.isArray(raw) ? raw : []
  if (given.length > MOST_ROWS) errors[name] = ['dossiers.too-many-rows']
  const options = new Map((field.columns ?? []).map(({ key }) => [key, optionKeys(ctx, `${field.key}.${key}`)]))
  const rows: FileRow[] = []
  for (const [index, cells] of given.slice(0, MOST_ROWS).entries()) {
    const row: Record<string, string> = {}
    for (const column of field.columns ?? []) {
      const text = clean(cellOf(cells, column.key), false)
      if (!text) continue
      const kept = column.type === 'month' ? (month(text) ?? text) : text
      const code = wrong(ctx, column, kept, options.get(column.key))
      if (code) errors[`${name}[${index}].${column.key}`] = [code]
      row[column.key] = kept
    }
    if (row.from && row.to && order(row.from) > order(row.to)) errors[`${name}[${index}].to`] = ['dossiers.ends-early']
    if (Object.keys(row).length > 0) rows.push(row)
  }
  return rows.length > 0 ? rows : null
}

const cellOf = (cells: unknown, key: string): unknown =>
  typeof cells === 'object' && cells !== null && Object.hasOwn(cells, key)
    ? (cells as Record<string, unknown>)[key]
    : undefined

const optionKeys = (ctx: TenantContext, key: string) => optionsOf(ctx, key)?.map(({ value }) => value)

function wrong(
  ctx: TenantContext,
  { type }: Pick<FileField | FileColumn, 'type'>,
  text: string,
  options: string[] | undefined,
): string | undefined {
  if (text.length > (type === 'long-text' ? LONGEST_NOTE : LONGEST)) return 'dossiers.too-long'
  const today = todayOf(ctx)
  if (type === 'date') return isDay(text) && text <= today ? undefined : 'dossiers.day'
  if (type === 'month') return month(text) && order(text) <= today.slice(0, 7) ? undefined : 'dossiers.month'
  if (type === 'choice' && options && !options.includes(text)) return 'dossiers.choice'
}

/** Composed letters, no control characters, one space between words; a note keeps its lines. */
function clean(raw: unknown, lines: boolean): string {
  if (typeof raw !== 'string') return ''
  const text = composed(raw).replace(/\r\n?/g, '\n')
  const kept = lines ? text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '') : text.replace(/\s/g, ' ')
  return kept
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number(text.slice(0, 4)) < EARLIEST_YEAR) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** MM/YYYY or YYYY, however it was typed; nothing when it is neither. */
function month(text: string): string | undefined {
  const [, at, year] = /^(?:(0?[1-9]|1[0-2])\s?[/.-]\s?)?(\d{4})$/.exec(text) ?? []
  if (!year || Number(year) < EARLIEST_YEAR) return undefined
  return at ? `${at.padStart(2, '0')}/${year}` : year
}

/** So that months compare: YYYY-MM, or the year alone. */
const order = (text: string): string => text.split('/').reverse().join('-')
