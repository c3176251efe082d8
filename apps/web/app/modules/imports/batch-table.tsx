import type { ListedBatch } from '@sotay/domain/imports'
import { DataTable, DateTime, StatusTag } from '@sotay/ui'
import { tagOf } from './batch-state'
import { useText } from './texts'

/** Files sent in, newest first. @param path of the page that opens one */
export function BatchTable({
  batches,
  path,
  page,
}: {
  batches: ListedBatch[]
  path: string
  page: 'list' | 'reconciliations'
}) {
  const t = useText()
  const counts = ({ totals: { outcomes } }: ListedBatch) =>
    t(`${page}.counts`, { new: outcomes.new ?? 0, changed: outcomes.changed ?? 0, rejected: outcomes.rejected ?? 0 })
  return (
    <DataTable
      caption={t(`${page}.caption`)}
      rows={batches}
      rowKey={(row) => row.id}
      columns={[
        { key: 'file', header: t('list.file'), cell: (row) => <a href={`${path}/${row.id}`}>{row.fileName}</a> },
        {
          key: 'state',
          header: t('list.state'),
          cell: (row) => <StatusTag status={tagOf(row.status)} words={t(`states.${row.status}`)} />,
        },
        { key: 'unit', header: t('list.unit'), cell: (row) => row.unitName },
        { key: 'rows', header: t('list.rows'), cell: counts },
        {
          key: 'made',
          header: t('list.made'),
          cell: (row) => (
            <>
              {row.madeBy ? `${row.madeBy}, ` : null}
              <DateTime at={row.madeAt} show="day-time" />
            </>
          ),
        },
      ]}
    />
  )
}
