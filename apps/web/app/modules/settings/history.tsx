import { useActionData, useLoaderData } from '@remix-run/react'
import { compareRevisions, listRevisions, rollBack } from '@sotay/domain/settings'
import { revisionInput } from '@sotay/domain/settings/inputs'
import { may } from '@sotay/kernel'
import {
  Button,
  DataTable,
  DateTime,
  ErrorSummary,
  errorLinks,
  type FormReply,
  NumericInput,
  PageHeader,
} from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { Consequences } from './consequences'
import { tellConsequences } from './consequences.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const revisions = await listRevisions(ctx)
  const [from, to] = [url.searchParams.get('tu'), url.searchParams.get('den')]
  const compared = from && to ? await compareRevisions(ctx, { from, to }) : null
  return {
    revisions,
    manages: may(ctx, 'settings.manage'),
    compared: compared && { from: from ?? '', to: to ?? '', ...tellConsequences(compared, compared.whole) },
    title: pageTitle(ctx, 'settings:history.title'),
  }
})

export const action = tenantAction(revisionInput, async (ctx, chosen) => {
  await rollBack(ctx, chosen)
  return redirectWithFlash('/quan-tri/cau-hinh/xem-truoc', 'settings:flash.rolledBack')
})

export const meta = titleMeta

/** Every published revision: who, when, why, by which article; what changed between any two; back to an earlier one. */
export default function HistoryPage() {
  const { revisions, compared, manages } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const newest = revisions[0]?.revision
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('history.title')}
        lead={t('history.lead')}
        breadcrumbs={[{ href: '/quan-tri/cau-hinh', label: t('overview.title') }]}
      />
      <div className="stack">
        <DataTable
          caption={t('history.caption')}
          count={revisions.length}
          rows={revisions}
          rowKey={(row) => String(row.revision)}
          columns={[
            { key: 'revision', header: t('history.revision'), cell: (row) => String(row.revision) },
            { key: 'at', header: t('history.at'), cell: (row) => <DateTime at={row.at} show="day-time" /> },
            { key: 'by', header: t('history.by'), cell: (row) => row.by ?? t('history.vendor') },
            { key: 'reason', header: t('history.reason'), cell: (row) => row.reason },
            { key: 'cites', header: t('history.cites'), cell: (row) => row.cites.join(', ') || t('history.noCites') },
          ]}
          actions={(row) => (
            <>
              {row.revision > 1 ? (
                <a href={`?tu=${row.revision - 1}&den=${row.revision}`}>
                  {t('history.changesOf', { revision: String(row.revision) })}
                </a>
              ) : null}
              {manages && row.revision !== newest ? (
                <form method="post">
                  <input type="hidden" name="revision" value={row.revision} />
                  <Button tone="quiet">{t('history.rollBack', { revision: String(row.revision) })}</Button>
                </form>
              ) : null}
            </>
          )}
        />
        <form method="get" className="filters">
          <NumericInput name="tu" label={t('history.from')} defaultValue={compared?.from} width={4} />
          <NumericInput
            name="den"
            label={t('history.to')}
            defaultValue={compared?.to ?? String(newest ?? '')}
            width={4}
          />
          <Button tone="secondary">{t('history.compare')}</Button>
        </form>
        {compared ? (
          <>
            <h2>{t('history.between', { from: compared.from, to: compared.to })}</h2>
            <Consequences {...compared} />
          </>
        ) : null}
      </div>
    </>
  )
}
