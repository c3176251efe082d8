import type { CellPeriod, LineChange } from '@sotay/domain/members'
import { useZone } from '@sotay/i18n'
import { Card, DataTable, DateTime, formatDate } from '@sotay/ui'
import { Day } from './roster-table'
import { useText } from './texts'

export function CellPeriods({ periods }: { periods: CellPeriod[] }) {
  const t = useText()
  return (
    <Card title={t('member.cells')}>
      <DataTable
        caption={t('member.cells')}
        captioned
        rows={periods}
        rowKey={({ unitId, validFrom, kind }) => `${unitId} ${validFrom} ${kind}`}
        columns={[
          { key: 'unit', header: t('columns.unit'), cell: ({ unitName }) => unitName },
          {
            key: 'kind',
            header: t('member.kind'),
            cell: ({ kind }) => t(`member.${kind}`),
          },
          { key: 'from', header: t('member.from'), cell: ({ validFrom }) => <Day at={validFrom} /> },
          {
            key: 'until',
            header: t('member.until'),
            cell: ({ validUntil }) => (validUntil ? <Day at={validUntil} /> : t('member.now')),
          },
        ]}
      />
    </Card>
  )
}

export function LineChanges({ changes }: { changes: LineChange[] }) {
  const t = useText()
  const zone = useZone()
  const words = (field: string, value: string | null) => {
    if (value === null) return '–'
    if (field === 'status' || field === 'gender' || field === 'leaving') return t(`${field}.${value}`)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, { zone, locale: 'vi' }) : value
  }
  if (changes.length === 0) return <Card title={t('member.history')}>{t('member.noHistory')}</Card>
  return (
    <Card title={t('member.history')}>
      <DataTable
        caption={t('member.history')}
        captioned
        rows={changes.map((change, index) => ({ ...change, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'field', header: t('member.field'), cell: ({ field }) => t(`fields.${field}`) },
          { key: 'before', header: t('member.before'), cell: ({ field, before }) => words(field, before) },
          { key: 'after', header: t('member.after'), cell: ({ field, after }) => words(field, after) },
          { key: 'at', header: t('member.at'), cell: ({ at }) => <DateTime at={at} show="day-time" /> },
          { key: 'by', header: t('member.by'), cell: ({ by }) => by ?? t('member.system') },
        ]}
      />
    </Card>
  )
}
