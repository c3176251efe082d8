import type { IssuableMember } from '@sotay/domain/accounts'
import { BulkBar, Button, DataTable, DateTime, EmptyState } from '@sotay/ui'
import { useText } from './texts'

export interface IssuableTableProps {
  people: IssuableMember[]
  total: number
  /** Letters that may be lost, not first ones. */
  unused: boolean
}

export function IssuableTable({ people, total, unused }: IssuableTableProps) {
  const t = useText()
  if (people.length === 0) {
    return (
      <EmptyState icon="account" title={t('issue.empty')}>
        {t('issue.emptyMore')}
      </EmptyState>
    )
  }
  const expires = {
    key: 'expires',
    header: t('issue.expires'),
    cell: (row: IssuableMember) => (row.expiresAt ? <DateTime at={row.expiresAt} show="date" /> : null),
  }
  return (
    <>
      <form method="get" action="/quan-tri/tai-khoan/cap/kiem-tra">
        {people.map(({ memberId }) => (
          <input key={memberId} type="hidden" name="memberIds" value={memberId} />
        ))}
        <Button tone="secondary">{t('issue.checkPage', { count: people.length })}</Button>
      </form>
      <form method="get" action="/quan-tri/tai-khoan/cap/kiem-tra">
        <DataTable
          caption={t(unused ? 'issue.captionUnused' : 'issue.captionWithout')}
          count={total}
          rows={people}
          rowKey={(row) => row.memberId}
          select={{ name: 'memberIds', label: (row) => row.name }}
          columns={[
            { key: 'name', header: t('issue.name'), cell: (row) => row.name },
            { key: 'card', header: t('issue.card'), cell: (row) => row.cardNumber },
            { key: 'place', header: t('issue.place'), cell: (row) => row.unitName },
            ...(unused ? [expires] : []),
          ]}
        />
        <BulkBar>
          <Button>{t('issue.check')}</Button>
        </BulkBar>
      </form>
    </>
  )
}
