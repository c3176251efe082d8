import { useLoaderData } from '@remix-run/react'
import { listBatches } from '@sotay/domain/imports'
import { ButtonLink, EmptyState, PageHeader, Pagination } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { BatchTable } from './batch-table'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const { batches, next } = await listBatches(ctx, {
    purpose: 'import',
    after: url.searchParams.get('sau') ?? undefined,
  })
  const further = next ? `?sau=${encodeURIComponent(next)}` : undefined
  return { batches, further, title: pageTitle(ctx, 'imports:list.title') }
})

export const meta = titleMeta

/** Rosters sent in as files, and what became of them. */
export default function ImportListPage() {
  const { batches, further } = useLoaderData<typeof loader>()
  const t = useText()
  const actions = (
    <>
      <ButtonLink href="/dang-vien/nhap/moi" tone="primary">
        {t('list.upload')}
      </ButtonLink>
      <a className="button secondary" href="/dang-vien/nhap/mau" download>
        {t('list.template')}
      </a>
    </>
  )
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={actions} />
      {batches.length > 0 ? (
        <BatchTable batches={batches} path="/dang-vien/nhap" page="list" />
      ) : (
        <EmptyState icon="members" title={t('list.empty')}>
          {t('list.emptyMore')}
        </EmptyState>
      )}
      <Pagination next={further} />
    </>
  )
}
