import type { AwaitingAccount } from '@sotay/domain/accounts'
import { useText } from '@sotay/i18n'
import { BulkBar, Button, DataTable, DateTime, EmptyState, TextInput } from '@sotay/ui'

export function QueueSearch({ search }: { search: string }) {
  const t = useText('accounts')
  return (
    <form method="get">
      <TextInput name="tim" type="search" label={t('queue.search')} defaultValue={search} width={20} />
      <Button tone="secondary">{t('queue.find')}</Button>
    </form>
  )
}

export interface QueueTableProps {
  accounts: AwaitingAccount[]
  total: number
  searched: boolean
}

export function QueueTable({ accounts, total, searched }: QueueTableProps) {
  const t = useText('accounts')
  if (accounts.length === 0) {
    if (searched) return <EmptyState icon="search" title={t('queue.noneFound')} />
    return (
      <EmptyState icon="account" title={t('queue.empty')}>
        {t('queue.emptyMore')}
      </EmptyState>
    )
  }
  return (
    <form method="post">
      <DataTable
        caption={t('queue.caption')}
        count={total}
        rows={accounts}
        rowKey={(row) => row.accountId}
        select={{ name: 'accountIds', label: (row) => row.name }}
        columns={[
          { key: 'name', header: t('queue.name'), cell: (row) => row.name },
          { key: 'card', header: t('queue.cardNumber'), cell: (row) => row.cardNumber },
          { key: 'unit', header: t('queue.unit'), cell: (row) => row.unitName },
          { key: 'at', header: t('queue.at'), cell: (row) => <DateTime at={row.registeredAt} show="day-time" /> },
        ]}
        actions={(row) => (
          <a href={`/quan-tri/tai-khoan/${row.accountId}`} aria-label={t('queue.openOf', { name: row.name })}>
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
