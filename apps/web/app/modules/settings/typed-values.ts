import { describeCadence, type SectionValue } from '@sotay/tenant-config'
import { cadenceOf } from './cadence-inputs'
import type { FieldForm } from './field-forms'
import { inputName } from './field-view'
import { slugOf } from './slug'

type Posted = Readonly<Record<string, unknown>>

/** The fields of a form in the words of the file; null where nothing was answered. */
export const valuesOf = (fields: readonly FieldForm[], posted: Posted): Record<string, SectionValue> =>
  Object.fromEntries(fields.map((form) => [form.name, valueOfField(form, posted[inputName(form.name)])]))

function valueOfField(form: FieldForm, raw: unknown): SectionValue {
  switch (form.kind) {
    case 'yes':
      return raw === 'on' ? true : form.optional ? null : false
    case 'choices':
      return listOr(form, isNested(raw) ? Object.keys(raw).map((name) => name.replaceAll('/', '.')) : [])
    case 'lines':
      return listOr(
        form,
        typeof raw === 'string'
          ? raw
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean)
          : [],
      )
    case 'rows':
      return listOr(form, Array.isArray(raw) ? raw.flatMap((row) => rowOf(form.rows ?? [], row)) : [])
    case 'number':
      return numberOf(raw)
    case 'cadence':
      return phraseOf(isNested(raw) ? raw : {})
    default:
      return typeof raw === 'string' && raw.trim() !== '' ? raw.trim() : null
  }
}

const isNested = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

const listOr = ({ optional }: FieldForm, list: SectionValue[]): SectionValue =>
  list.length === 0 && optional ? null : list

function numberOf(raw: unknown): SectionValue {
  if (typeof raw !== 'string' || raw.trim() === '') return null
  const read = Number(raw.trim().replace(',', '.'))
  return Number.isFinite(read) ? read : raw
}

/** What the inputs of a cadence say; what says nothing yet is handed on to be refused beside the field. */
function phraseOf(raw: Record<string, unknown>): SectionValue {
  const inputs = Object.fromEntries(
    Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  if (!inputs.kind) return null
  const cadence = cadenceOf(inputs)
  return cadence ? describeCadence(cadence) : 'chưa đủ'
}

/** A row, unless all of it was left empty. */
function rowOf(forms: readonly FieldForm[], raw: unknown): SectionValue[] {
  const row = valuesOf(forms, isNested(raw) ? raw : {})
  const answered = Object.entries(row).filter(([, value]) => value !== null && value !== false && !isEmpty(value))
  if (answered.length === 0) return []
  const unnamed = forms.some(({ kind }) => kind === 'key') && row.key === null
  const named: Record<string, SectionValue> = unnamed ? { key: slugOf(String(row.name ?? '')) } : {}
  const kept = Object.entries(row).filter(([, value]) => value !== null)
  return [{ ...Object.fromEntries(kept), ...named }]
}

const isEmpty = (value: SectionValue): boolean => Array.isArray(value) && value.length === 0
