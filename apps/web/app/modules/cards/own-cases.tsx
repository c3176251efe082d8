import type { listOwnCases } from '@sotay/domain/cards'
import { Button, DataTable, DateTime } from '@sotay/ui'
import { CaseStatus } from './case-status'
import { useText } from './texts'

type OwnCase = Awaited<ReturnType<typeof listOwnCases>>['cases'][number]

/** What the member reported, and what came of it. */
export function OwnCases({ cases }: { cases: OwnCase[] }) {
  const t = useText()
  if (cases.length === 0) return null
  const outcome = ({ newCard, outcome: said }: OwnCase) => (
    <>
      {newCard ? <p>{t('own.newNumber', { card: newCard })}</p> : null}
      {said}
    </>
  )
  return (
    <DataTable
      caption={t('own.cases')}
      rows={cases}
      rowKey={(row) => row.caseId}
      columns={[
        { key: 'kind', header: t('list.kind'), cell: (row) => t(`kinds.${row.kind}`) },
        { key: 'status', header: t('own.status'), cell: (row) => <CaseStatus status={row.status} /> },
        { key: 'at', header: t('own.reportedAt'), cell: (row) => <DateTime at={row.reportedAt} show="day-time" /> },
        { key: 'outcome', header: t('own.outcome'), cell: outcome },
      ]}
      actions={(row) =>
        row.status === 'reported' || row.status === 'confirmed' ? (
          <form method="post">
            <input type="hidden" name="caseId" value={row.caseId} />
            <Button
              tone="quiet"
              name="act"
              value="withdraw"
              aria-label={t('own.withdrawOf', { kind: t(`kinds.${row.kind}`) })}
            >
              {t('own.withdraw')}
            </Button>
          </form>
        ) : null
      }
    />
  )
}
