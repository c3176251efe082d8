import { useText } from '@sotay/i18n'
import type { OperationLine } from '@sotay/operations/operators'
import { type Column, DataTable, DateTime } from '@sotay/ui'

/** @param ofAll lines of several provinces, which are named then */
export function OperationTable({ operations, ofAll }: { operations: OperationLine[]; ofAll?: boolean }) {
  const t = useText('console')
  const tenant: Column<OperationLine> = {
    key: 'tenant',
    header: t('operations.tenant'),
    cell: (row) => row.tenantSlug ?? '',
  }
  const columns: Column<OperationLine>[] = [
    { key: 'at', header: t('operations.at'), cell: (row) => <DateTime at={row.at} show="day-time" /> },
    { key: 'what', header: t('operations.what'), cell: (row) => <code>{row.operation}</code> },
    ...(ofAll ? [tenant] : []),
    { key: 'by', header: t('operations.by'), cell: (row) => row.actor },
    { key: 'reason', header: t('operations.reason'), cell: (row) => row.reason ?? '' },
  ]
  return (
    <DataTable
      caption={t(ofAll ? 'trail.title' : 'operations.caption')}
      columns={columns}
      rows={operations}
      rowKey={(row) => row.id}
    />
  )
}
