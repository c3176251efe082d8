export type SectionKey = 'own' | 'family' | 'education' | 'theory' | 'work' | 'admission' | 'cards' | 'merit' | 'health'

/** `month` is written MM/YYYY, or YYYY where the month is not known. */
export interface FileColumn {
  key: string
  type: 'text' | 'month' | 'choice'
}

/** One field of the file. A choice is among what the configuration lists; without a list it is free text. */
export interface FileField {
  key: string
  section: SectionKey
  type: 'text' | 'long-text' | 'date' | 'choice' | 'list'
  /** The cell's fields may be revised by the cell at once; the member's are asked for and approved (QN 10.1.2). */
  keptBy: 'member' | 'cell'
  /** Encrypted at rest; shown by scope, and each reading by another is audited. */
  sensitive?: true
  /** Of a list's rows. */
  columns?: readonly FileColumn[]
}

/** A row of a list by its columns; an empty cell is absent. */
export type FileRow = Readonly<Record<string, string>>
export type FileValue = string | readonly FileRow[]
/** Values by field; an empty field is absent. */
export type FileValues = Readonly<Record<string, FileValue>>

export interface FieldOption {
  value: string
  label: string
}
