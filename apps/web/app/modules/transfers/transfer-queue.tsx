import { useLoaderData } from '@remix-run/react'
import { listTransfers, type TransferLine } from '@sotay/domain/transfers'
import { may } from '@sotay/kernel'
import {
  Button,
  ButtonLink,
  DataTable,
  DateTime,
  DueMoment,
  EmptyState,
  FilterChips,
  PageHeader,
  Pagination,
  Select,
  StatusTag,
  Tabs,
  TextInput,
} from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { QUEUE, transferAddress, viewNames } from './addresses'
import { kindOptions, queueAddress, readQueuePlace } from './queue-place'
import { useText } from './texts'
import { stateKey, stateTag } from './words'

export const loader = tenantLoader(async (ctx, { url }) => {
  const place = readQueuePlace(url)
  const { lines, next } = await listTransfers(ctx, { ...place, after: url.searchParams.get('sau') ?? undefined })
  const further = next ? queueAddress(place, next) : undefined
  const receives = may(ctx, 'transfers.receive')
  return { lines, further, place, receives, now: ctx.clock.now(), title: pageTitle(ctx, 'transfers:queue.title') }
})

export const meta = titleMeta

/** Transfers of the officer's units: what waits for the officer, what is under way, what is over. */
export default function TransferQueuePage() {
  const { lines, further, place, receives, now } = useLoaderData<typeof loader>()
  const t = useText()
  const tabs = (Object.keys(viewNames) as (keyof typeof viewNames)[]).map((view) => ({
    href: queueAddress({ view, search: '' }),
    label: t(`queue.${view}`),
    current: view === place.view,
  }))
  const chips = [
    ...(place.search
      ? [{ label: t('queue.filter', { search: place.search }), href: queueAddress({ ...place, search: '' }) }]
      : []),
    ...(place.kind ? [{ label: t(`kinds.${place.kind}`), href: queueAddress({ ...place, kind: undefined }) }] : []),
  ]
  const actions = receives ? <ButtonLink href={`${QUEUE}/nhan`}>{t('queue.receive')}</ButtonLink> : null
  return (
    <>
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} actions={actions} />
      <Tabs label={t('queue.views')} items={tabs} />
      <form method="get" className="filters">
        {viewNames[place.view] ? <input type="hidden" name="xem" value={viewNames[place.view]} /> : null}
        <TextInput name="tim" type="search" label={t('queue.search')} defaultValue={place.search} width={20} />
        <Select
          name="hinh-thuc"
          label={t('queue.kind')}
          placeholder={t('queue.allKinds')}
          defaultValue={kindOptions.find(({ kind }) => kind === place.kind)?.value}
          options={kindOptions.map(({ kind, value }) => ({ value, label: t(`kinds.${kind}`) }))}
        />
        <Button tone="secondary">{t('queue.find')}</Button>
      </form>
      <FilterChips chips={chips} />
      {lines.length === 0 ? (
        <Nothing mine={place.view === 'mine' && chips.length === 0} />
      ) : (
        <Lines lines={lines} now={now} />
      )}
      <Pagination next={further} />
    </>
  )
}

function Nothing({ mine }: { mine: boolean }) {
  const t = useText()
  return (
    <EmptyState icon="letters" title={t(mine ? 'queue.emptyMine' : 'queue.empty')}>
      {mine ? t('queue.emptyMineMore') : null}
    </EmptyState>
  )
}

function Lines({ lines, now }: { lines: TransferLine[]; now: Date }) {
  const t = useText()
  const name = (row: TransferLine) => row.memberName ?? t('queue.arriving')
  return (
    <DataTable
      caption={t('queue.title')}
      rows={lines}
      rowKey={(row) => row.id}
      columns={[
        { key: 'member', header: t('queue.member'), cell: (row) => <a href={transferAddress(row.id)}>{name(row)}</a> },
        {
          key: 'way',
          header: t('queue.way'),
          cell: (row) => t('queue.wayOf', { from: row.fromName ?? '', to: row.toName ?? '' }),
        },
        { key: 'kind', header: t('queue.kind'), cell: (row) => t(`kinds.${row.kind}`) },
        {
          key: 'state',
          header: t('queue.state'),
          cell: (row) => <StatusTag status={stateTag(row.status)} words={t(stateKey(row))} />,
        },
        {
          key: 'due',
          header: t('queue.due'),
          cell: (row) =>
            row.dueAt ? (
              <DueMoment at={row.dueAt} now={now} />
            ) : row.effectiveOn ? (
              <DateTime at={row.effectiveOn} show="date" />
            ) : (
              t('queue.noDue')
            ),
        },
      ]}
    />
  )
}
