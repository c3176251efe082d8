import { choiceName } from './field-options'
import type { FileRow, FileValue } from './field-type'
import type { ShownColumn, ShownField } from './show-file'
import { columnWord, dayWord } from './words'

type Described = Pick<ShownField, 'type' | 'columns' | 'options'>

/** One cell of a list as it is read. */
export const cellWord = (column: ShownColumn, row: FileRow): string => choiceName(column.options, row[column.key] ?? '')

/** A value as one text for paper and tables; a list's rows on lines of their own. */
export function plainValue({ type, columns = [], options }: Described, value: FileValue | null): string {
  if (value === null) return ''
  if (typeof value === 'string') return type === 'date' ? dayWord(value) : choiceName(options, value)
  return value
    .map((row) =>
      columns
        .filter(({ key }) => row[key])
        .map((column) => `${columnWord(column.key)}: ${cellWord(column, row)}`)
        .join('; '),
    )
    .join('\n')
}
