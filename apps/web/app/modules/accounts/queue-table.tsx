import type { AwaitingAccount } from '@sotay/domain/accounts'
import type { FormReply } from '@sotay/ui'
import { BulkBar, Button, DataTable, DateTime, EmptyState, posted, Select, Textarea } from '@sotay/ui'
import { useText } from './texts'

export interface QueueTableProps {
  accounts: AwaitingAccount[]
  total: number
  searched: boolean
  /** Reasons the province has words for. */
  reasons: string[]
  reply: FormReply | undefined
}

export function QueueTable({ accounts, total, searched, reasons, reply }: QueueTableProps) {
  const t = useText()
  if (accounts.length === 0) {
    if (searched) return <EmptyState icon="search" title={t('queue.noneFound')} />
    return (
      <EmptyState icon="account" title={t('queue.empty')}>
        {t('queue.emptyMore')}
      </EmptyState>
    )
  }
  return (
    <form method="post" noValidate>
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
      <ReturnMany reasons={reasons} reply={reply} />
      <BulkBar>
        <Button name="act" value="approve">
          {t('queue.approveMany')}
        </Button>
        <Button tone="secondary" name="act" value="return">
          {t('queue.returnMany')}
        </Button>
      </BulkBar>
    </form>
  )
}

/** One reason for all that are returned together: a template, own words, or both. */
function ReturnMany({ reasons, reply }: Pick<QueueTableProps, 'reasons' | 'reply'>) {
  const t = useText()
  return (
    <details className="stack" open={reply?.errors.reason ? true : undefined}>
      <summary>{t('queue.returnManyTitle')}</summary>
      {reasons.length > 0 ? (
        <Select
          {...posted(reply, 'template')}
          label={t('queue.template')}
          placeholder={t('queue.templateNone')}
          options={reasons.map((words) => ({ value: words, label: words }))}
        />
      ) : null}
      <Textarea {...posted(reply, 'reason')} label={t('queue.ownReason')} hint={t('decide.reasonHint')} rows={3} />
    </details>
  )
}
