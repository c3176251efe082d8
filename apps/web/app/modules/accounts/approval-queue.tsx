import { useActionData, useLoaderData } from '@remix-run/react'
import { approveAccounts, listAwaitingAccounts } from '@sotay/domain/accounts'
import { approveAccountsInput } from '@sotay/domain/accounts/inputs'
import { useText } from '@sotay/i18n'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, FilterChips, PageHeader, Pagination } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { QueueSearch, QueueTable } from './queue-table'

export const loader = tenantLoader(async (ctx, { url }) => {
  const search = url.searchParams.get('tim')?.trim() ?? ''
  const { accounts, next, total } = await listAwaitingAccounts(ctx, {
    search,
    after: url.searchParams.get('sau') ?? undefined,
  })
  const query = search ? `&tim=${encodeURIComponent(search)}` : ''
  const further = next ? `?sau=${encodeURIComponent(next)}${query}` : undefined
  return { accounts, total, search, further, title: pageTitle(ctx, 'accounts:queue.title') }
})

export const action = tenantAction(approveAccountsInput, async (ctx, chosen) => {
  const { passedOver } = await approveAccounts(ctx, chosen)
  return redirectWithFlash('/quan-tri/tai-khoan', `accounts:flash.${passedOver > 0 ? 'approved-some' : 'approved'}`)
})

export const meta = titleMeta

/** Registrations that are the officer's to decide: found, opened, or approved many at a time. */
export default function ApprovalQueuePage() {
  const { accounts, total, search, further } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText('accounts')
  const chips = search ? [{ label: t('queue.filter', { search }), href: '/quan-tri/tai-khoan' }] : []
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      <QueueSearch search={search} />
      <FilterChips chips={chips} />
      <QueueTable accounts={accounts} total={total} searched={search !== ''} />
      <Pagination next={further} />
    </>
  )
}
