import { useLoaderData } from '@remix-run/react'
import { listFileChanges, readDossier } from '@sotay/domain/dossiers'
import { PageHeader, Pagination } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { HistoryTable } from './history-table'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const memberId = params.memberId ?? ''
  const { person } = await readDossier(ctx, { memberId })
  const { changes, next } = await listFileChanges(ctx, { memberId, after: url.searchParams.get('sau') ?? undefined })
  const further = next ? `?sau=${encodeURIComponent(next)}` : undefined
  const name = person.fullName
  return { memberId, name, changes, further, title: pageTitle(ctx, 'dossiers:history.titleOf', { name }) }
})

export const meta = titleMeta

/** What happened to a member's file, without what sensitive fields held. */
export default function OfficerHistoryPage() {
  const { memberId, name, changes, further } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <PageHeader
        title={t('history.titleOf', { name })}
        breadcrumbs={[
          { href: `/dang-vien/${memberId}`, label: t('officer.member') },
          { href: `/dang-vien/${memberId}/ho-so`, label: t('officer.title', { name }) },
        ]}
      />
      <HistoryTable changes={changes} />
      <Pagination next={further} />
    </>
  )
}
