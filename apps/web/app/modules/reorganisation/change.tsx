import { useActionData, useLoaderData } from '@remix-run/react'
import { type ChangedUnit, cancelChange, readChange } from '@sotay/domain/reorganisation'
import type { FormReply } from '@sotay/ui'
import {
  Button,
  Card,
  DataTable,
  DateTime,
  ErrorSummary,
  errorLinks,
  PageHeader,
  StatusTag,
  SummaryList,
} from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { ChangeCountsTable } from './change-counts'
import { stateOf, useChangeTitle } from './change-words'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const change = await readChange(ctx, { changeId: params.changeId ?? '' })
  return { change, title: pageTitle(ctx, 'reorganisation:change.title') }
})

export const action = tenantAction(z.object({ act: z.literal('cancel').optional() }), async (ctx, _, { params }) => {
  await cancelChange(ctx, { changeId: params.changeId ?? '' })
  return redirectWithFlash('/to-chuc/thay-doi?trang-thai=cancelled', 'reorganisation:flash.cancelled')
})

export const meta = titleMeta

/** One change: what it did or will do, by which decision; a planned one can be taken back. */
export default function ChangePage() {
  const { change } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const titleOf = useChangeTitle()
  const { decision } = change
  const facts = [
    { label: t('list.on'), value: <DateTime at={change.effectiveOn} /> },
    {
      label: t('list.state'),
      value: <StatusTag status={stateOf[change.status]} words={t(`state.${change.status}`)} />,
    },
    ...(change.settledAt
      ? [{ label: t('change.settled'), value: <DateTime at={change.settledAt} show="day-time" /> }]
      : []),
  ]
  const order = decision
    ? [
        { label: t('form.number'), value: decision.number },
        { label: t('form.signedOn'), value: <DateTime at={decision.signedOn} show="date" /> },
        { label: t('form.signer'), value: decision.signer },
        ...(decision.issuer ? [{ label: t('form.issuer'), value: decision.issuer }] : []),
      ]
    : []
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={titleOf(change)} breadcrumbs={[{ href: '/to-chuc/thay-doi', label: t('list.title') }]} />
      <div className="stack">
        <SummaryList items={facts} />
        {decision ? (
          <Card title={t('form.decision')}>
            <SummaryList items={order} />
            {decision.scan ? <a href={`/to-chuc/quyet-dinh/${decision.id}`}>{t('change.scan')}</a> : null}
          </Card>
        ) : null}
        {change.counts ? <ChangeCountsTable counts={change.counts} done={change.status === 'effective'} /> : null}
        {change.units.length > 0 ? <ChangedUnits units={change.units} /> : null}
        {change.status === 'planned' ? (
          <Card title={t('change.cancel-title')}>
            <p>{t('change.cancel-more')}</p>
            <form method="post">
              <Button tone="danger" name="act" value="cancel">
                {t('change.cancel')}
              </Button>
            </form>
          </Card>
        ) : null}
      </div>
    </>
  )
}

function ChangedUnits({ units }: { units: ChangedUnit[] }) {
  const t = useText()
  const places = ({ aboveBefore, aboveAfter }: ChangedUnit) => {
    if (aboveBefore && aboveAfter) return t('change.from-to', { from: aboveBefore, to: aboveAfter })
    return aboveAfter ?? aboveBefore
  }
  return (
    <DataTable
      caption={t('change.units')}
      count={units.length}
      rows={units}
      rowKey={(row) => row.unitId}
      columns={[
        {
          key: 'name',
          header: t('change.unit'),
          cell: (row) => <a href={`/to-chuc/${row.unitId}`}>{row.before ?? row.after}</a>,
        },
        { key: 'fate', header: t('change.fate'), cell: (row) => t(`fate.${row.fate}`) },
        { key: 'after', header: t('change.after'), cell: (row) => (row.after === row.before ? null : row.after) },
        { key: 'above', header: t('change.above'), cell: places },
      ]}
    />
  )
}
