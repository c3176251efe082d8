import type { ListedCase } from '@sotay/domain/cards'
import { DataTable, DateTime, EmptyState } from '@sotay/ui'
import { CaseStatus } from './case-status'
import { useText } from './texts'

export function CaseTable({ cases }: { cases: ListedCase[] }) {
  const t = useText()
  if (cases.length === 0) {
    return (
      <EmptyState icon="members" title={t('list.empty')}>
        {t('list.emptyMore')}
      </EmptyState>
    )
  }
  return (
    <DataTable
      caption={t('list.caption')}
      rows={cases}
      rowKey={(row) => row.caseId}
      columns={[
        { key: 'name', header: t('list.name'), cell: (row) => row.name },
        { key: 'kind', header: t('list.kind'), cell: (row) => t(`kinds.${row.kind}`) },
        { key: 'status', header: t('list.status'), cell: (row) => <CaseStatus status={row.status} /> },
        { key: 'card', header: t('list.card'), cell: (row) => row.oldCard },
        { key: 'place', header: t('list.place'), cell: (row) => row.unitName },
        { key: 'at', header: t('list.at'), cell: (row) => <DateTime at={row.reportedAt} show="date" /> },
      ]}
      actions={(row) => (
        <a href={`/dang-vien/the/${row.caseId}`} aria-label={t('list.openOf', { name: row.name })}>
          {t('list.open')}
        </a>
      )}
    />
  )
}
