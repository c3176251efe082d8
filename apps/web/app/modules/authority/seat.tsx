import { useActionData, useLoaderData } from '@remix-run/react'
import { type CustodyLine, memberChoices, seatHistory } from '@sotay/domain/authority'
import { todayOf } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { DataTable, DateTime, EmptyState, ErrorSummary, errorLinks, Notice, PageHeader, SummaryList } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { DecisionText } from './decision-text'
import { StateTag } from './grant-table'
import { PeriodText } from './period-text'
import { actOnSeat, seatAct } from './seat-act'
import { CloseSeat, GiveSeat, RevokeCustody } from './seat-forms'
import { useText } from './texts'
import { asked, roleNames } from './words.server'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const read = await seatHistory(ctx, { seatId: params.seatId ?? '' })
  const search = asked(url, 'tim')
  return {
    ...read,
    search,
    people: read.manageable ? await memberChoices(ctx, { search }) : [],
    names: roleNames(ctx),
    today: todayOf(ctx),
    decisionRequired: ctx.config.accounts.seats?.decisionRequired ?? false,
    title: pageTitle(ctx, 'authority:seat.title', { name: read.seat.name }),
  }
})

export const action = tenantAction(seatAct, async (ctx, chosen, { params }) => {
  const seatId = params.seatId ?? ''
  const said = await actOnSeat(ctx, seatId, chosen)
  return redirectWithFlash(`/quan-tri/vi-tri/${seatId}`, `authority:flash.${said}`)
})

export const meta = titleMeta

/** A seat: who holds it, everybody who held it, and the acts on it. */
export default function SeatPage() {
  const { seat, custodies, manageable, names, ...form } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const current = custodies.find(({ state }) => state === 'current')
  const planned = custodies.find(({ state }) => state === 'planned')
  const facts = [
    { label: t('grants.unit'), value: <a href={`/quan-tri/ai-lam-gi?don-vi=${seat.unitId}`}>{seat.unitName}</a> },
    { label: t('grants.role'), value: names[seat.role] ?? seat.role },
    { label: t('seats.custodian'), value: current?.name ?? t('seats.nobody') },
    ...(seat.closedAt ? [{ label: t('seat.closedAt'), value: <DateTime at={seat.closedAt} show="day-time" /> }] : []),
  ]
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={seat.name}
        lead={t('seat.lead')}
        breadcrumbs={[{ href: '/quan-tri/vi-tri', label: t('seats.title') }]}
      />
      <div className="stack">
        <SummaryList items={facts} />
        {seat.closedAt ? <Notice>{t('seat.isClosed')}</Notice> : null}
        <Custodies custodies={custodies} />
        {manageable ? (
          <>
            <GiveSeat held={current !== undefined} reply={reply} {...form} />
            {current ? <RevokeCustody custodyId={current.id} name={current.name} reply={reply} /> : null}
            {!current && planned ? <RevokeCustody custodyId={planned.id} name={planned.name} reply={reply} /> : null}
            {current || planned ? null : <CloseSeat />}
          </>
        ) : null}
      </div>
    </>
  )
}

function Custodies({ custodies }: { custodies: CustodyLine[] }) {
  const t = useText()
  if (custodies.length === 0) {
    return <EmptyState title={t('seat.neverHeld')}>{t('seat.neverHeldMore')}</EmptyState>
  }
  return (
    <DataTable
      caption={t('seat.history')}
      rows={custodies}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', header: t('seats.custodian'), cell: (row) => row.name },
        {
          key: 'days',
          header: t('grants.days'),
          cell: (row) => <PeriodText from={row.validFrom} until={row.validUntil} />,
        },
        {
          key: 'decision',
          header: t('decision.short'),
          cell: (row) => <DecisionText decided={row} scan={`/quan-tri/vi-tri/quyet-dinh/${row.id}`} />,
        },
        {
          key: 'state',
          header: t('grants.state'),
          cell: (row) => (
            <>
              <StateTag state={row.state} />
              {row.endReason ? ` ${row.endReason}` : null}
              {row.endedWith ? ` ${t(`seat.endedWith.${row.endedWith}`)}` : null}
            </>
          ),
        },
      ]}
      actions={(row) =>
        row.state === 'cancelled' ? null : (
          <a href={`/quan-tri/vi-tri/bien-ban/${row.id}`} aria-label={t('seat.recordOf', { name: row.name })}>
            {t('seat.record')}
          </a>
        )
      }
    />
  )
}
