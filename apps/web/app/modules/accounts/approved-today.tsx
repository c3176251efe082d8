import { useActionData, useLoaderData } from '@remix-run/react'
import { listApprovedToday, undoApproval } from '@sotay/domain/accounts'
import { undoApprovalInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, DataTable, DateTime, EmptyState, ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { QueueTabs } from './queue-filters'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => ({
  approved: await listApprovedToday(ctx),
  title: pageTitle(ctx, 'accounts:queue.today'),
}))

export const action = tenantAction(undoApprovalInput, async (ctx, input) => {
  await undoApproval(ctx, input)
  return redirectWithFlash('/quan-tri/tai-khoan/da-duyet', 'accounts:flash.approval-undone')
})

export const meta = titleMeta

/** What was approved today: each can be taken back until midnight. */
export default function ApprovedTodayPage() {
  const { approved } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('queue.title')} lead={t('queue.todayLead')} />
      <QueueTabs current="today" />
      {approved.length === 0 ? (
        <EmptyState icon="account" title={t('queue.todayEmpty')} />
      ) : (
        <DataTable
          caption={t('queue.todayCaption')}
          rows={approved}
          rowKey={(row) => row.accountId}
          columns={[
            { key: 'name', header: t('queue.name'), cell: (row) => row.name },
            { key: 'card', header: t('queue.cardNumber'), cell: (row) => row.cardNumber },
            { key: 'unit', header: t('queue.unit'), cell: (row) => row.unitName },
            { key: 'at', header: t('queue.approvedAt'), cell: (row) => <DateTime at={row.approvedAt} show="time" /> },
          ]}
          actions={(row) => (
            <form method="post">
              <input type="hidden" name="accountId" value={row.accountId} />
              <Button tone="quiet" aria-label={t('queue.undoOf', { name: row.name })}>
                {t('queue.undo')}
              </Button>
            </form>
          )}
        />
      )}
    </>
  )
}
