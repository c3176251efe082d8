import type { ListedAccount } from '@sotay/domain/accounts'
import { DataTable, DateTime, EmptyState } from '@sotay/ui'
import { AccountStateTag } from './account-state-tag'
import { useText } from './texts'

export interface AccountTableProps {
  accounts: ListedAccount[]
  total: number
  /** Who manages accounts sees the day of the last sign-in. */
  manages: boolean
}

export function AccountTable({ accounts, total, manages }: AccountTableProps) {
  const t = useText()
  if (accounts.length === 0) {
    return (
      <EmptyState icon="search" title={t('list.empty')}>
        {t('list.emptyMore')}
      </EmptyState>
    )
  }
  const lastSignIn = {
    key: 'last',
    header: t('list.lastSignIn'),
    cell: (row: ListedAccount) => (row.lastSignIn ? <DateTime at={row.lastSignIn} show="date" /> : t('list.never')),
  }
  return (
    <DataTable
      caption={t('list.caption')}
      count={total}
      rows={accounts}
      rowKey={(row) => row.accountId}
      columns={[
        { key: 'name', header: t('list.name'), cell: (row) => row.name },
        { key: 'card', header: t('list.card'), cell: (row) => row.cardNumber },
        { key: 'place', header: t('list.place'), cell: (row) => row.unitName },
        { key: 'state', header: t('list.state'), cell: (row) => <AccountStateTag state={row.state} /> },
        ...(manages ? [lastSignIn] : []),
      ]}
      actions={(row) => (
        <a href={`/quan-tri/tai-khoan/danh-sach/${row.accountId}`} aria-label={t('list.openOf', { name: row.name })}>
          {t('list.open')}
        </a>
      )}
    />
  )
}
