import { type ReadSection, readFields, readPlace } from '@sotay/domain/settings'
import type { TenantContext } from '@sotay/kernel'
import { parseCadence, type SectionValue, valueHash } from '@sotay/tenant-config'
import { texts } from '../../shell/texts.server'
import { cadenceInputs } from './cadence-inputs'
import { optionsOf } from './choices.server'
import type { FieldForm, PartForm } from './field-forms'
import { type FieldView, inputName, type PartView, type RuleView } from './field-view'
import { labelOf, showValue, wordOf } from './words.server'

type Whole = ReadSection['whole']
export interface Viewing {
  ctx: TenantContext
  whole: Whole
}

/** A part of a page as it stands in the draft. */
export function viewPart({ ctx, whole }: Viewing, part: PartForm): PartView {
  const title = texts.t(`settings:parts.${[...part.at, part.key].join('.')}.title`)
  const lead = wordOf(`settings:parts.${[...part.at, part.key].join('.')}.lead`)
  if (part.rules) return { key: part.key, title, lead, seen: '', fields: [], rules: rulesOf({ ctx, whole }, part) }
  return { key: part.key, title, lead, ...viewFields({ ctx, whole }, part, part.at) }
}

/** The fields of one rule of a part, or of a new one. */
export const viewRule = (viewing: Viewing, part: PartForm, key: string | null) =>
  viewFields(viewing, part, [...part.at, key ?? ''], key === null)

function viewFields(viewing: Viewing, part: PartForm, at: readonly string[], fresh = false) {
  const whole = viewing.whole as SectionValue
  const names = part.fields.map(({ name }) => name)
  const values = readFields(whole, at, names)
  const fields = part.fields.map((form) =>
    viewField(viewing, form, { value: values[form.name] ?? null, name: inputName(form.name), under: part.at }),
  )
  const isNew = fresh && part.at[0] === 'roles' ? [newRole(viewing)] : []
  return { seen: valueHash(values), fields: [...isNew, ...fields] }
}

const newRole = (viewing: Viewing): FieldView =>
  viewField(
    viewing,
    { name: 'key', kind: 'choice', choices: 'new-roles' },
    { value: null, name: 'key', under: ['roles'] },
  )

interface Standing {
  value: SectionValue
  name: string
  under: readonly string[]
}

function viewField(viewing: Viewing, form: FieldForm, { value, name, under }: Standing): FieldView {
  const label = [...under, form.name]
  const list = Array.isArray(value) ? value : []
  return {
    name,
    kind: form.kind,
    label: labelOf(label),
    hint: wordOf(`settings:hints.${label.join('.')}`),
    optional: Boolean(form.optional),
    value: typed(form, value),
    chosen: list.map(String),
    options: form.choices ? optionsOf(viewing, form.choices, label) : [],
    rows: form.kind === 'rows' ? viewRows(viewing, form, { value, name, under: label }) : [],
    cadence: form.kind === 'cadence' ? cadenceInputs(parseCadence(String(value ?? ''))) : {},
  }
}

// One empty row more than there are: without scripts too there is room for another.
function viewRows(viewing: Viewing, { rows = [] }: FieldForm, { value, name, under }: Standing): FieldView[][] {
  const list = Array.isArray(value) ? value : []
  return [...list, null].map((row, index) =>
    rows.map((form) =>
      viewField(viewing, form, {
        value: readPlace(row, [form.name]) ?? null,
        name: `${name}[${index}].${form.name}`,
        under,
      }),
    ),
  )
}

function typed(form: FieldForm, value: SectionValue): string {
  if (form.kind === 'lines') return (Array.isArray(value) ? value : value === null ? [] : [value]).join('\n')
  if (form.kind === 'yes') return value === true ? 'on' : ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function rulesOf({ whole }: Viewing, { at, rules, fields }: PartForm): RuleView[] {
  const held = readPlace(whole as SectionValue, at)
  const keyed: [string, SectionValue][] = Array.isArray(held)
    ? held.map((rule) => [String(readPlace(rule, ['key'])), rule])
    : Object.entries((held ?? {}) as Record<string, SectionValue>)
  const told = fields.filter(({ name, kind }) => name !== rules?.name && kind !== 'yes').slice(0, 4)
  return keyed.map(([key, rule]) => ({
    key,
    name: String(readPlace(rule, [rules?.name ?? 'name']) ?? key),
    summary: told.flatMap(({ name }) => {
      const value = readPlace(rule, [name])
      return value === undefined ? [] : [`${labelOf([...at, name])}: ${showValue(value, [...at, name], whole)}`]
    }),
  }))
}
