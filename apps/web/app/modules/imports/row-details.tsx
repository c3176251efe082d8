import { formatDate, StatusTag } from '@sotay/ui'
import { useText } from './texts'

export interface ShownRow {
  outcome: 'new' | 'changed' | 'same' | 'rejected'
  undone: 'undone' | 'touched-since' | null
  errors: { field: string; words: string }[]
  changes: { field: string; before: string | null; after: string | null }[]
}

const tags = { new: 'published', changed: 'draft', same: 'done', rejected: 'returned' } as const

export function RowOutcomeTag({ outcome }: Pick<ShownRow, 'outcome'>) {
  const t = useText()
  return <StatusTag status={tags[outcome]} words={t(`dryRun.${outcome}`)} />
}

/** A stored value as people write it. */
export function useShownValue() {
  const t = useText()
  return (field: string, value: string | null): string => {
    if (value === null || value === '') return t('values.empty')
    if (field === 'gender' || field === 'status') return t(`values.${field}.${value}`)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, { zone: 'UTC', locale: 'vi' }) : value
  }
}

/** What is wrong with a row, or what it would change. */
export function RowDetails({ row }: { row: ShownRow }) {
  const t = useText()
  const shown = useShownValue()
  if (row.errors.length + row.changes.length === 0 && !row.undone) return null
  return (
    <ul>
      {row.errors.map(({ field, words }) => (
        <li key={field}>
          <strong>{t(`fields.${field}`)}</strong>: {words}
        </li>
      ))}
      {row.changes.map(({ field, before, after }) => (
        <li key={field}>
          {t('dryRun.change', {
            field: t(`fields.${field}`),
            before: shown(field, before),
            after: shown(field, after),
          })}
        </li>
      ))}
      {row.undone === 'touched-since' ? <li>{t('dryRun.touched')}</li> : null}
    </ul>
  )
}
