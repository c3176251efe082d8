import { audit, Invalid, type TenantContext, type TransactionContext } from '@sotay/kernel'
import { composed } from '@sotay/kernel/composed'
import { z } from 'zod'
import { writeValues } from './apply-updates'
import { choiceName, optionsOf } from './field-options'
import type { FileField, FileRow, FileValue, FileValues } from './field-type'
import { fieldOf, fields } from './fields'
import { loadFile } from './load-file'
import { type FieldErrors, readValue } from './read-value'

const cell = z.string().max(300)
const value = z.union([z.string().max(2_000), z.array(z.record(z.string().max(60), cell)).max(60)])

/** A member's file as one province hands it to another: values by field, choices by their names. */
export const portableFile = z.record(z.string().max(60), value)
export type PortableFile = z.output<typeof portableFile>

/** The whole file of a member who goes to another province, as part of a larger act that decides on it. */
export async function packFile(tx: TransactionContext, memberId: string): Promise<PortableFile> {
  const { values } = await loadFile(tx, memberId)
  const given = fields.flatMap((field) => {
    const held = values[field.key]
    return held === undefined ? [] : [[field.key, translate(field, held, naming(tx))] as const]
  })
  audit(tx, 'dossiers.sent-along', { id: memberId }, { fields: given.map(([key]) => key) })
  return Object.fromEntries(given) as PortableFile
}

/**
 * Reads a file that another province packed, by the rules of this one. A choice that this province does not list stays as
 * it was written.
 * @throws Invalid for a field that is unknown or of another shape, or holds what no file may
 */
export function unpackFile(ctx: TenantContext, packed: PortableFile): FileValues {
  const errors: FieldErrors = {}
  const values: Record<string, FileValue> = {}
  for (const [key, given] of Object.entries(packed)) {
    const field = fieldOf(key)
    const shaped = field && (field.type === 'list') === (typeof given !== 'string')
    if (!shaped) throw new Invalid({ [key]: ['dossiers.unknown-field'] })
    const read = readValue(ctx, asText(field), translate(field, given, choosing(ctx)), { name: key, errors })
    if (read !== null) values[key] = read
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return values
}

/**
 * Writes a file that came with a member into theirs, as part of a larger act that holds the member's row; what it does not
 * speak of stays. The cell has it to verify.
 */
export async function takeInFile(tx: TransactionContext, memberId: string, values: FileValues): Promise<void> {
  await writeValues(tx, memberId, values)
  audit(tx, 'dossiers.taken-in', { id: memberId }, { fields: Object.keys(values) })
}

type Translation = (key: string, text: string) => string

const naming =
  (ctx: TenantContext): Translation =>
  (key, text) =>
    choiceName(optionsOf(ctx, key), text)

const choosing =
  (ctx: TenantContext): Translation =>
  (key, text) =>
    optionsOf(ctx, key)?.find(({ label }) => folded(label) === folded(text))?.value ?? text

const folded = (text: string) => composed(text).trim().toLocaleLowerCase('vi')

function translate(field: FileField, given: FileValue, by: Translation): FileValue {
  if (typeof given === 'string') return field.type === 'choice' ? by(field.key, given) : given
  const choices = new Set((field.columns ?? []).filter(({ type }) => type === 'choice').map(({ key }) => key))
  return given.map(
    (row): FileRow =>
      Object.fromEntries(
        Object.entries(row).map(([key, text]) => [key, choices.has(key) ? by(`${field.key}.${key}`, text) : text]),
      ),
  )
}

const asText = (field: FileField): FileField => ({
  ...field,
  type: field.type === 'choice' ? 'text' : field.type,
  columns: field.columns?.map((column) => ({ ...column, type: column.type === 'choice' ? 'text' : column.type })),
})
