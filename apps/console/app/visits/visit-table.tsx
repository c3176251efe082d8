import { useText } from '@sotay/i18n'
import type { TenantVisits } from '@sotay/operations'
import { Button, type Column, DataTable, DateTime, StatusTag } from '@sotay/ui'

type Visit = TenantVisits['visits'][number]

const tags = { waiting: 'pending', inside: 'dueSoon', over: 'done', ended: 'withdrawn' } as const

export function VisitTable({ visits }: { visits: Visit[] }) {
  const t = useText('console')
  const columns: Column<Visit>[] = [
    { key: 'who', header: t('visits.who'), cell: (row) => row.operatorName },
    {
      key: 'state',
      header: t('visits.state'),
      cell: (row) => <StatusTag status={tags[row.state]} words={t(`visits.states.${row.state}`)} />,
    },
    { key: 'ticket', header: t('visits.ticket'), cell: (row) => row.ticket },
    { key: 'reason', header: t('visits.reason'), cell: (row) => row.reason },
    { key: 'at', header: t('visits.at'), cell: (row) => <DateTime at={row.openedAt} show="day-time" /> },
    {
      key: 'until',
      header: t('visits.until'),
      cell: (row) => <DateTime at={row.endedAt ?? row.endsAt} show="day-time" />,
    },
  ]
  return (
    <form method="post">
      <DataTable
        caption={t('visits.caption')}
        columns={columns}
        rows={visits}
        rowKey={(row) => row.id}
        actions={(row) =>
          row.state === 'inside' || row.state === 'waiting' ? (
            <Button tone="danger" name="end" value={row.id}>
              {t('visits.end')}
            </Button>
          ) : null
        }
      />
    </form>
  )
}
