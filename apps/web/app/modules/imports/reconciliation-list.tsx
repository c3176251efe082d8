import { useLoaderData } from '@remix-run/react'
import { listBatches } from '@sotay/domain/imports'
import { ButtonLink, EmptyState, PageHeader, Pagination } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { BatchTable } from './batch-table'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const after = url.searchParams.get('sau') ?? undefined
  const { batches, next } = await listBatches(ctx, { purpose: 'reconciliation', after })
  const further = next ? `?sau=${encodeURIComponent(next)}` : undefined
  return { batches, further, title: pageTitle(ctx, 'imports:reconciliations.title') }
})

export const meta = titleMeta

/** Files the roster was held against (CV 1). */
export default function ReconciliationListPage() {
  const { batches, further } = useLoaderData<typeof loader>()
  const t = useText()
  const start = (
    <ButtonLink href="/dang-vien/doi-chieu/moi" tone="primary">
      {t('reconciliations.upload')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('reconciliations.title')} lead={t('reconciliations.lead')} actions={start} />
      {batches.length > 0 ? (
        <BatchTable batches={batches} path="/dang-vien/doi-chieu" page="reconciliations" />
      ) : (
        <EmptyState icon="surveys" title={t('reconciliations.empty')}>
          {t('reconciliations.emptyMore')}
        </EmptyState>
      )}
      <Pagination next={further} />
    </>
  )
}
