import { useText } from '@sotay/i18n'
import type { TenantDetails } from '@sotay/operations'
import { type Column, DataTable, DateTime } from '@sotay/ui'

type Revision = TenantDetails['revisions'][number]

export function RevisionTable({ revisions }: { revisions: Revision[] }) {
  const t = useText('console')
  const columns: Column<Revision>[] = [
    { key: 'revision', header: t('revisions.revision'), cell: (row) => row.revision },
    { key: 'at', header: t('revisions.at'), cell: (row) => <DateTime at={row.publishedAt} show="day-time" /> },
    { key: 'by', header: t('revisions.by'), cell: (row) => row.publishedBy ?? t('revisions.own') },
    { key: 'reason', header: t('revisions.reason'), cell: (row) => row.reason ?? '' },
  ]
  return (
    <DataTable
      caption={t('revisions.caption')}
      columns={columns}
      rows={revisions}
      rowKey={(row) => String(row.revision)}
    />
  )
}
