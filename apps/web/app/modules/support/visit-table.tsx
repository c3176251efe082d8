import type { ListedVisit } from '@sotay/domain/support'
import { Button, type Column, DataTable, DateTime, StatusTag } from '@sotay/ui'
import { useText } from './texts'

const tags = { waiting: 'pending', inside: 'dueSoon', over: 'done', ended: 'withdrawn' } as const

export function VisitTable({ visits }: { visits: ListedVisit[] }) {
  const t = useText()
  const columns: Column<ListedVisit>[] = [
    { key: 'who', header: t('visits.who'), cell: (row) => row.operatorName },
    {
      key: 'state',
      header: t('visits.state'),
      cell: (row) => <StatusTag status={tags[row.state]} words={t(`visits.states.${row.state}`)} />,
    },
    { key: 'why', header: t('visits.why'), cell: (row) => row.reason },
    { key: 'ticket', header: t('visits.ticket'), cell: (row) => row.ticket },
    { key: 'as', header: t('visits.as'), cell: (row) => row.role },
    { key: 'from', header: t('visits.from'), cell: (row) => <DateTime at={row.openedAt} show="day-time" /> },
    {
      key: 'until',
      header: t('visits.until'),
      cell: (row) => <DateTime at={row.endedAt ?? row.endsAt} show="day-time" />,
    },
  ]
  return (
    <DataTable
      caption={t('visits.caption')}
      columns={columns}
      rows={visits}
      rowKey={(row) => row.id}
      actions={(row) =>
        row.state === 'inside' || row.state === 'waiting' ? (
          <form method="post">
            <input type="hidden" name="visitId" value={row.id} />
            <Button tone="danger" name="act" value="end">
              {t('visits.end')}
            </Button>
          </form>
        ) : null
      }
    />
  )
}
