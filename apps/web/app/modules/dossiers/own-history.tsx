import { useLoaderData } from '@remix-run/react'
import { listFileChanges } from '@sotay/domain/dossiers'
import { authorize, NotFound } from '@sotay/kernel'
import { PageHeader, Pagination } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { HistoryTable } from './history-table'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  authorize(ctx, 'dossiers.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  const after = url.searchParams.get('sau') ?? undefined
  const { changes, next } = await listFileChanges(ctx, { memberId: ctx.actor.memberId, after })
  const further = next ? `?sau=${encodeURIComponent(next)}` : undefined
  return { changes, further, title: pageTitle(ctx, 'dossiers:history.title') }
})

export const meta = titleMeta

/** What happened to the member's own file. */
export default function OwnHistoryPage() {
  const { changes, further } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <PageHeader title={t('history.title')} breadcrumbs={[{ href: '/toi/ho-so', label: t('own.title') }]} />
      <HistoryTable changes={changes} />
      <Pagination next={further} />
    </>
  )
}
