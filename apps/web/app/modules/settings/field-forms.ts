/** Where a field's answers come from: fixed words, or what the draft itself names. */
export type Choices =
  | readonly string[]
  | 'levels'
  | 'agencies'
  | 'places'
  | 'seats'
  | 'roles'
  | 'new-roles'
  | 'permissions'
  | 'offices'
  | 'targets'
  | 'who'

/** How one value of the configuration is asked for. */
export interface FieldForm {
  name: string
  kind:
    | 'text'
    | 'long'
    | 'number'
    | 'day'
    | 'yes'
    | 'choice'
    | 'choices'
    | 'lines'
    | 'cadence'
    | 'colour'
    | 'key'
    | 'rows'
  choices?: Choices
  optional?: true
  rows?: readonly FieldForm[]
}

/** One form of a page: fields at a place of the configuration, or a list of rules of which each has its own page. */
export interface PartForm {
  key: string
  at: readonly string[]
  fields: readonly FieldForm[]
  /** The place holds rules by key; `name` is the field that names one. */
  rules?: { name: string }
}

const field =
  (kind: FieldForm['kind']) =>
  (name: string, more: Omit<FieldForm, 'name' | 'kind'> = {}): FieldForm => ({ name, kind, ...more })

export const text = field('text')
export const long = field('long')
export const number = field('number')
export const day = field('day')
export const yes = field('yes')
export const lines = field('lines')
export const cadence = field('cadence')
export const colour = field('colour')
export const choice = (name: string, choices: Choices, more: { optional?: true } = {}): FieldForm => ({
  name,
  kind: 'choice',
  choices,
  ...more,
})
export const choices = (name: string, of: Choices, more: { optional?: true } = {}): FieldForm => ({
  name,
  kind: 'choices',
  choices: of,
  ...more,
})
export const rows = (name: string, of: readonly FieldForm[], more: { optional?: true } = {}): FieldForm => ({
  name,
  kind: 'rows',
  rows: of,
  ...more,
})
/** Made from the rule's name when it is new; never changed, because records point at it. */
export const key: FieldForm = { name: 'key', kind: 'key' }
export const optional = { optional: true } as const
/** The source of a rule, and its days of force. */
export const cite = text('cite', optional)
export const period = [day('from', optional), day('until', optional)]
