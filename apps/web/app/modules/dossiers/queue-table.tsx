import type { WaitingRequest } from '@sotay/domain/dossiers'
import { BulkBar, Button, DataTable, DateTime, EmptyState, TextInput } from '@sotay/ui'
import { QUEUE } from './queue-address'
import { useText } from './texts'

export function QueueSearch({ search, reach }: { search: string; reach: 'own' | 'all' }) {
  const t = useText()
  return (
    <form method="get" className="filters">
      {reach === 'all' ? <input type="hidden" name="cho" value="tat-ca" /> : null}
      <TextInput name="tim" type="search" label={t('queue.search')} defaultValue={search} width={20} />
      <Button tone="secondary">{t('queue.find')}</Button>
    </form>
  )
}

export interface QueueTableProps {
  requests: WaitingRequest[]
  total: number
  searched: boolean
}

export function QueueTable({ requests, total, searched }: QueueTableProps) {
  const t = useText()
  if (requests.length === 0) {
    if (searched) return <EmptyState icon="search" title={t('queue.noneFound')} />
    return (
      <EmptyState icon="members" title={t('queue.empty')}>
        {t('queue.emptyMore')}
      </EmptyState>
    )
  }
  return (
    <form method="post">
      <DataTable
        caption={t('queue.caption')}
        count={total}
        rows={requests}
        rowKey={({ requestId, revision }) => `${requestId}~${revision}`}
        select={{ name: 'requests', label: (row) => row.name }}
        columns={[
          { key: 'name', header: t('queue.name'), cell: (row) => row.name },
          { key: 'card', header: t('queue.cardNumber'), cell: (row) => row.cardNumber },
          { key: 'unit', header: t('queue.unit'), cell: (row) => row.unitName },
          { key: 'at', header: t('queue.at'), cell: (row) => <DateTime at={row.requestedAt} show="day-time" /> },
        ]}
        actions={(row) => (
          <a href={`${QUEUE}/${row.requestId}`} aria-label={t('queue.openOf', { name: row.name })}>
            {t('queue.open')}
          </a>
        )}
      />
      <BulkBar>
        <Button>{t('queue.approveMany')}</Button>
      </BulkBar>
    </form>
  )
}
