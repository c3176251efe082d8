import { useActionData, useLoaderData } from '@remix-run/react'
import { approveFileRequests, listFileRequests } from '@sotay/domain/dossiers'
import { approveFileRequestsInput } from '@sotay/domain/dossiers/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, FilterChips, PageHeader, Pagination, Tabs } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { QUEUE, queueAddress } from './queue-address'
import { QueueSearch, QueueTable } from './queue-table'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const search = url.searchParams.get('tim')?.trim() ?? ''
  const reach = url.searchParams.get('cho') === 'tat-ca' ? 'all' : 'own'
  const { requests, next, total } = await listFileRequests(ctx, {
    search,
    reach,
    after: url.searchParams.get('sau') ?? undefined,
  })
  const further = next ? queueAddress({ search, reach, after: next }) : undefined
  return { requests, total, search, reach, further, title: pageTitle(ctx, 'dossiers:queue.title') } as const
})

export const action = tenantAction(approveFileRequestsInput, async (ctx, chosen) => {
  const { approved, passedOver } = await approveFileRequests(ctx, chosen)
  const said = approved > 0 ? 'approved' : 'approved-none'
  return redirectWithFlash(QUEUE, `dossiers:flash.${said}`, { count: approved, rest: passedOver })
})

export const meta = titleMeta

/** Requests that wait: found, opened, or approved many at a time. */
export default function RequestQueuePage() {
  const { requests, total, search, reach, further } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const chips = search ? [{ label: t('queue.filter', { search }), href: queueAddress({ reach }) }] : []
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      <Tabs
        label={t('queue.title')}
        items={[
          { href: queueAddress({ search, reach: 'own' }), label: t('queue.reachOwn'), current: reach === 'own' },
          { href: queueAddress({ search, reach: 'all' }), label: t('queue.reachAll'), current: reach === 'all' },
        ]}
      />
      <QueueSearch search={search} reach={reach} />
      <FilterChips chips={chips} />
      <QueueTable requests={requests} total={total} searched={search !== ''} />
      <Pagination next={further} />
    </>
  )
}
