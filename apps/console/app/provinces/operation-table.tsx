import { useText } from '@sotay/i18n'
import type { OperationLine } from '@sotay/operations/operators'
import { type Column, DataTable, DateTime } from '@sotay/ui'

export function OperationTable({ operations }: { operations: OperationLine[] }) {
  const t = useText('console')
  const columns: Column<OperationLine>[] = [
    { key: 'at', header: t('operations.at'), cell: (row) => <DateTime at={row.at} show="day-time" /> },
    { key: 'what', header: t('operations.what'), cell: (row) => <code>{row.operation}</code> },
    { key: 'by', header: t('operations.by'), cell: (row) => row.actor },
    { key: 'reason', header: t('operations.reason'), cell: (row) => row.reason ?? '' },
  ]
  return <DataTable caption={t('operations.caption')} columns={columns} rows={operations} rowKey={(row) => row.id} />
}
