import type { FileChange } from '@sotay/domain/dossiers'
import { DataTable, DateTime, EmptyState } from '@sotay/ui'
import { useText } from './texts'
import { ValueView } from './value-view'

/** Changes of a file, field by field. */
export function HistoryTable({ changes }: { changes: FileChange[] }) {
  const t = useText()
  if (changes.length === 0) return <EmptyState title={t('history.empty')} />
  const side = (change: FileChange, value: FileChange['before']) =>
    change.masked ? (
      <span className="hint">{t('history.masked')}</span>
    ) : (
      <ValueView field={change.field} value={value} />
    )
  const author = ({ by, requested }: FileChange) =>
    `${by ?? t('history.system')}${requested ? ` (${t('history.requested')})` : ''}`
  return (
    <DataTable
      caption={t('history.caption')}
      rows={changes}
      rowKey={(row) => row.id}
      columns={[
        { key: 'field', header: t('history.field'), cell: ({ field }) => t(`fields.${field.key}`) },
        { key: 'at', header: t('history.at'), cell: ({ at }) => <DateTime at={at} show="day-time" /> },
        { key: 'by', header: t('history.by'), cell: author },
        { key: 'before', header: t('history.before'), cell: (row) => side(row, row.before) },
        { key: 'after', header: t('history.after'), cell: (row) => side(row, row.after) },
      ]}
    />
  )
}
