import { useLoaderData } from '@remix-run/react'
import { listAdoptionNames } from '@sotay/domain/adoption'
import { type NameFilter, nameFilters } from '@sotay/domain/adoption/inputs'
import { ButtonLink, DataTable, EmptyState, PageHeader, Pagination, Tabs } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { nameFilterOf, namesAddress, OVERVIEW, overviewAddress } from './addresses'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const filter = nameFilterOf(url)
  const after = url.searchParams.get('sau') ?? undefined
  const { unit, names, total, next } = await listAdoptionNames(ctx, { unitId: params.unitId ?? '', filter, after })
  const further = next ? `${namesAddress(unit.id, filter)}&sau=${encodeURIComponent(next)}` : undefined
  const title = pageTitle(ctx, 'adoption:names.title', { unit: unit.name })
  return { unit: { id: unit.id, name: unit.name }, filter, names, total, further, title }
})

export const meta = titleMeta

/** The members behind a number, so that they can be helped. */
export default function AdoptionNamesPage() {
  const { unit, filter, names, total, further } = useLoaderData<typeof loader>()
  const t = useText()
  const tabs = nameFilters.map((entry: NameFilter) => ({
    href: namesAddress(unit.id, entry),
    label: t(`names.${entry}`),
    current: entry === filter,
  }))
  return (
    <>
      <PageHeader
        title={t('names.title', { unit: unit.name })}
        lead={t('names.lead')}
        breadcrumbs={[
          { href: OVERVIEW, label: t('overview.title') },
          { href: overviewAddress({ unitId: unit.id }), label: unit.name },
        ]}
        actions={<ButtonLink href={namesAddress(unit.id, filter, '.xlsx')}>{t('names.excel')}</ButtonLink>}
      />
      <Tabs label={t('names.filters')} items={tabs} />
      {names.length === 0 ? (
        <EmptyState icon="members" title={t('names.empty')} />
      ) : (
        <DataTable
          caption={t(`names.${filter}`)}
          count={total}
          rows={names}
          rowKey={(row) => row.memberId}
          columns={[
            { key: 'name', header: t('names.name'), cell: (row) => row.name },
            { key: 'card', header: t('names.card'), cell: (row) => row.cardNumber },
            { key: 'unit', header: t('names.unit'), cell: (row) => row.unitName },
            {
              key: 'status',
              header: t('names.status'),
              cell: (row) => t(row.probationary ? 'names.probationary' : 'names.full'),
            },
          ]}
        />
      )}
      <Pagination next={further} />
    </>
  )
}
