import { useActionData, useLoaderData } from '@remix-run/react'
import { approveAccounts, listAwaitingAccounts, returnAccounts, returnReasons } from '@sotay/domain/accounts'
import { approveAccountsInput, awaitingPageInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, FilterChips, PageHeader, Pagination } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { QueueFilters, QueueTabs } from './queue-filters'
import { QueueTable } from './queue-table'
import { queueView } from './queue-view.server'
import { reasonOf, returnFields } from './return-reason.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const view = queueView(url)
  const { accounts, next, total } = await listAwaitingAccounts(ctx, awaitingPageInput.parse(view.filters))
  const further = next && view.address({ sau: next })
  const title = pageTitle(ctx, 'accounts:queue.title')
  return { accounts, total, ...view.shown, further, reasons: returnReasons(ctx), title }
})

const chosen = approveAccountsInput.shape.accountIds
const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('approve'), accountIds: chosen }),
  returnFields.extend({ act: z.literal('return'), accountIds: chosen }),
])

export const action = tenantAction(act, async (ctx, input) => {
  const done = (act: string, count: number, rest: number) =>
    redirectWithFlash('/quan-tri/tai-khoan', `accounts:flash.${act}`, { count, rest })
  if (input.act === 'approve') {
    const { approved, passedOver } = await approveAccounts(ctx, input)
    return done('approved', approved, passedOver)
  }
  const { returned, passedOver } = await returnAccounts(ctx, { accountIds: input.accountIds, reason: reasonOf(input) })
  return done('returned', returned, passedOver)
})

export const meta = titleMeta

/** Registrations that are the officer's to decide: found, opened, approved or returned many at a time. */
export default function ApprovalQueuePage() {
  const { accounts, total, filters, chips, further, reasons } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      <QueueTabs current="waiting" />
      <QueueFilters filters={filters} />
      <FilterChips chips={chips} />
      <QueueTable accounts={accounts} total={total} searched={chips.length > 0} reasons={reasons} reply={reply} />
      <Pagination next={further} />
    </>
  )
}
