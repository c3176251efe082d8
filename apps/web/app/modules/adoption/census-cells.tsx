import { useLoaderData } from '@remix-run/react'
import { listCensusCells } from '@sotay/domain/adoption'
import { Button, DataTable, EmptyState, FilterChips, PageHeader, Pagination, Progress, TextInput } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { CENSUS } from './addresses'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const search = (url.searchParams.get('tim') ?? '').trim().slice(0, 80)
  const { cells, next } = await listCensusCells(ctx, { search, after: url.searchParams.get('sau') ?? undefined })
  const query = new URLSearchParams({ ...(search ? { tim: search } : {}), ...(next ? { sau: next } : {}) })
  return {
    cells,
    search,
    further: next ? `${CENSUS}?${query}` : undefined,
    title: pageTitle(ctx, 'adoption:census.title'),
  }
})

export const meta = titleMeta

/** How far the census of telephones has come, cell by cell. */
export default function CensusCellsPage() {
  const { cells, search, further } = useLoaderData<typeof loader>()
  const t = useText()
  const chips = search ? [{ label: search, href: CENSUS }] : []
  return (
    <>
      <PageHeader title={t('census.title')} lead={t('census.lead')} />
      <form method="get" className="filters">
        <TextInput name="tim" type="search" label={t('census.search')} defaultValue={search} width={20} />
        <Button tone="secondary">{t('census.find')}</Button>
      </form>
      <FilterChips chips={chips} />
      {cells.length === 0 ? (
        <EmptyState icon="surveys" title={t('census.empty')} />
      ) : (
        <DataTable
          caption={t('census.cells')}
          rows={cells}
          rowKey={(row) => row.unitId}
          columns={[
            {
              key: 'cell',
              header: t('census.cell'),
              cell: (row) => <a href={`${CENSUS}/${row.unitId}`}>{row.name}</a>,
            },
            { key: 'above', header: t('census.above'), cell: (row) => row.above },
            {
              key: 'progress',
              header: t('census.progress'),
              cell: (row) => <Progress label={t('census.done')} done={row.known} total={row.members} />,
            },
          ]}
        />
      )}
      <Pagination next={further} />
    </>
  )
}
