import type { FieldForm } from './field-forms'

export interface Option {
  value: string
  label: string
}

/** A cadence as its form's inputs hold it. */
export type CadenceInputs = Record<string, string>

/** One field as a page shows it, labels and answers included. */
export interface FieldView {
  /** Name of the input; fields of rows are `list[0].name`. */
  name: string
  kind: FieldForm['kind']
  label: string
  hint?: string
  optional: boolean
  value: string
  /** Chosen ones of several. */
  chosen: string[]
  options: Option[]
  rows: FieldView[][]
  cadence: CadenceInputs
}

export interface PartView {
  key: string
  title: string
  lead?: string
  seen: string
  fields: FieldView[]
  rules?: RuleView[]
}

export interface RuleView {
  key: string
  name: string
  summary: string[]
}

/** Names of inputs: a dot would nest. */
export const inputName = (name: string): string => name.replaceAll('.', '/')
export const optionName = (name: string, value: string): string => `${name}.${inputName(value)}`
