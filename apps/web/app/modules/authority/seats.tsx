import { useLoaderData } from '@remix-run/react'
import { listSeats, type SeatLine } from '@sotay/domain/authority'
import { listSeatsInput, seatStates } from '@sotay/domain/authority/inputs'
import { ButtonLink, DataTable, EmptyState, PageHeader, Pagination, StatusTag, Tabs } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { PeriodText } from './period-text'
import { SearchForm } from './search-form'
import { Sections } from './sections'
import { useText } from './texts'
import { asked, manages, roleNames } from './words.server'

export const loader = tenantLoader(async (ctx, { url }) => {
  const param = (name: string) => url.searchParams.get(name) || undefined
  const filter = listSeatsInput.parse({ state: param('loc'), search: asked(url, 'tim'), after: param('sau') })
  const { seats, next, total } = await listSeats(ctx, filter)
  const query = new URLSearchParams(url.search)
  if (next) query.set('sau', next)
  return {
    seats,
    total,
    further: next && `?${query}`,
    state: filter.state,
    search: filter.search,
    names: roleNames(ctx),
    manages: manages(ctx),
    title: pageTitle(ctx, 'authority:seats.title'),
  }
})

export const meta = titleMeta

/** Administrators' seats with who holds each: vacant ones and those whose days run out among them. */
export default function SeatsPage() {
  const { seats, total, further, state, search, names, manages } = useLoaderData<typeof loader>()
  const t = useText()
  const open = manages ? (
    <ButtonLink href="/quan-tri/vi-tri/moi" tone="primary">
      {t('seats.new')}
    </ButtonLink>
  ) : null
  const tabs = seatStates.map((key) => ({
    href: key === 'all' ? '/quan-tri/vi-tri' : `/quan-tri/vi-tri?loc=${key}`,
    label: t(`seats.states.${key}`),
    current: key === state,
  }))
  return (
    <>
      <PageHeader title={t('seats.title')} lead={t('seats.lead')} actions={open} />
      <Sections current="seats" manages={manages} />
      <SearchForm
        fields={[{ name: 'tim', label: t('seats.search'), value: search }]}
        kept={{ loc: state === 'all' ? '' : state }}
      />
      <Tabs label={t('seats.filter')} items={tabs} />
      {seats.length === 0 ? (
        <EmptyState icon="account" title={t(search ? 'seats.noneFound' : 'seats.empty')}>
          {t('seats.emptyMore')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('seats.caption')}
          count={total}
          rows={seats}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('seats.name'),
              cell: (row) => <a href={`/quan-tri/vi-tri/${row.id}`}>{row.name}</a>,
            },
            { key: 'unit', header: t('grants.unit'), cell: (row) => row.unitName },
            { key: 'role', header: t('grants.role'), cell: (row) => names[row.role] ?? row.role },
            { key: 'custodian', header: t('seats.custodian'), cell: (row) => row.custodian ?? t('seats.nobody') },
            {
              key: 'days',
              header: t('grants.days'),
              cell: (row) => (row.validFrom ? <PeriodText from={row.validFrom} until={row.validUntil} /> : null),
            },
            { key: 'state', header: t('grants.state'), cell: (row) => <SeatState seat={row} /> },
          ]}
        />
      )}
      <Pagination next={further} />
    </>
  )
}

function SeatState({ seat }: { seat: Pick<SeatLine, 'custodyId' | 'expiring'> }) {
  const t = useText()
  if (!seat.custodyId) return <StatusTag status="pending" words={t('seats.states.vacant')} />
  if (seat.expiring) return <StatusTag status="dueSoon" words={t('seats.states.expiring')} />
  return <StatusTag status="published" words={t('seats.states.held')} />
}
