import { useLoaderData } from '@remix-run/react'
import { type ChangeLine, listChanges } from '@sotay/domain/reorganisation'
import { listChangesInput } from '@sotay/domain/reorganisation/inputs'
import { ButtonLink, DataTable, DateTime, EmptyState, PageHeader, Pagination, StatusTag, Tabs } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { stateOf, useChangeTitle } from './change-words'
import { useText } from './texts'

const PATH = '/to-chuc/thay-doi'

export const loader = tenantLoader(async (ctx, { url }) => {
  const asked = {
    status: url.searchParams.get('trang-thai') ?? undefined,
    after: url.searchParams.get('sau') ?? undefined,
  }
  const { status, after } = listChangesInput.parse(asked)
  const { changes, next, total } = await listChanges(ctx, { status, after })
  const query = new URLSearchParams({ ...(status ? { 'trang-thai': status } : {}), ...(next ? { sau: next } : {}) })
  return {
    changes,
    total,
    status,
    further: next ? `${PATH}?${query}` : undefined,
    title: pageTitle(ctx, 'reorganisation:list.title'),
  }
})

export const meta = titleMeta

const states = ['planned', 'effective', 'cancelled'] as const

/** Changes of the tree: planned, done, cancelled. */
export default function ChangesPage() {
  const { changes, total, status, further } = useLoaderData<typeof loader>()
  const t = useText()
  const tabs = [undefined, ...states].map((entry) => ({
    href: entry ? `${PATH}?trang-thai=${entry}` : PATH,
    label: t(`list.${entry ?? 'all'}`),
    current: entry === status,
  }))
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        breadcrumbs={[{ href: '/to-chuc', label: t('list.tree') }]}
        actions={
          <>
            <ButtonLink href={`${PATH}/moi`} tone="primary">
              {t('list.new')}
            </ButtonLink>
            <ButtonLink href="/to-chuc/bo-cap">{t('list.abolish')}</ButtonLink>
          </>
        }
      />
      <Tabs label={t('list.states')} items={tabs} />
      {changes.length === 0 ? (
        <EmptyState icon="organisation" title={t(`list.none.${status ?? 'all'}`)}>
          {t('list.none-more')}
        </EmptyState>
      ) : (
        <ChangesTable changes={changes} total={total} />
      )}
      <Pagination next={further} />
    </>
  )
}

function ChangesTable({ changes, total }: { changes: ChangeLine[]; total: number }) {
  const t = useText()
  const titleOf = useChangeTitle()
  return (
    <DataTable
      caption={t('list.caption')}
      count={total}
      rows={changes}
      rowKey={(row) => row.id}
      columns={[
        { key: 'what', header: t('list.what'), cell: (row) => <a href={`${PATH}/${row.id}`}>{titleOf(row)}</a> },
        { key: 'on', header: t('list.on'), cell: (row) => <DateTime at={row.effectiveOn} show="date" /> },
        {
          key: 'state',
          header: t('list.state'),
          cell: (row) => <StatusTag status={stateOf[row.status]} words={t(`state.${row.status}`)} />,
        },
        { key: 'decision', header: t('list.decision'), cell: (row) => row.decisionNumber ?? t('list.no-decision') },
      ]}
    />
  )
}
