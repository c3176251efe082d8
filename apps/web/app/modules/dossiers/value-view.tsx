import type { FileValue, ShownField } from '@sotay/domain/dossiers'
import { DateTime } from '@sotay/ui'
import { useText } from './texts'

export type DescribedField = Pick<ShownField, 'type' | 'columns' | 'options'>

/** A value as it is read; a list's rows one below the other, their cells in the order of the columns. */
export function ValueView({ field, value }: { field: DescribedField; value: FileValue | null }) {
  const t = useText()
  if (value === null) return <span className="hint">{t('own.empty')}</span>
  if (typeof value !== 'string') {
    return (
      <ul>
        {value.map((row) => (
          <li key={JSON.stringify(row)}>{rowWords(field, row)}</li>
        ))}
      </ul>
    )
  }
  if (field.type === 'date') return <DateTime at={value} show="date" />
  return <span>{nameOf(field.options, value)}</span>
}

const nameOf = (options: ShownField['options'], value: string) =>
  options?.find((option) => option.value === value)?.label ?? value

const rowWords = ({ columns = [] }: DescribedField, row: Readonly<Record<string, string>>) =>
  columns
    .filter(({ key }) => row[key])
    .map(({ key, options }) => nameOf(options, row[key] ?? ''))
    .join(' · ')
