import type { TenantContext } from '@sotay/kernel'
import { markOf } from './canonical'
import { optionsOf } from './field-options'
import type { FieldOption, FileColumn, FileField, FileValue, FileValues, SectionKey } from './field-type'
import { fieldsOf, sections } from './fields'
import type { RequestedChanges } from './sealed-values'

export interface ShownColumn extends FileColumn {
  options?: FieldOption[]
}

/** A field as a page shows it. */
export interface ShownField extends Omit<FileField, 'columns'> {
  columns?: ShownColumn[]
  options?: FieldOption[]
  /** Its value; nothing when it is empty or masked. */
  value: FileValue | null
  /** It holds something that this reader is not shown. */
  masked: boolean
  /** What the member asks to put there; absent when it is left as it is. */
  proposed?: { value: FileValue | null }
  /** To be sent back with what is typed. */
  mark: string
}

export interface ShownSection {
  key: SectionKey
  fields: ShownField[]
}

export interface ShowOptions {
  /** Leave the sensitive fields' values out. */
  mask?: boolean
  proposed?: RequestedChanges
}

/** A file by its sections, without what the reader may not see. */
export function showFile(
  ctx: TenantContext,
  memberId: string,
  values: FileValues,
  { mask = false, proposed = {} }: ShowOptions = {},
): ShownSection[] {
  return sections.map((key) => ({
    key,
    fields: fieldsOf(key).map((field) => {
      const value = values[field.key] ?? null
      const hidden = mask && field.sensitive === true
      const change = proposed[field.key]
      return {
        ...withOptions(ctx, field),
        value: hidden ? null : value,
        masked: hidden && value !== null,
        ...(change && !hidden ? { proposed: { value: change.after } } : {}),
        mark: markOf(ctx, memberId, field, change ? change.after : value),
      }
    }),
  }))
}

export const withOptions = (ctx: TenantContext, { columns, ...field }: FileField) => ({
  ...field,
  options: field.type === 'choice' ? optionsOf(ctx, field.key) : undefined,
  columns: columns?.map((column) => ({
    ...column,
    options: column.type === 'choice' ? optionsOf(ctx, `${field.key}.${column.key}`) : undefined,
  })),
})
