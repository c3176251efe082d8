import { useActionData, useLoaderData } from '@remix-run/react'
import { listRosterActions, undoRosterAction } from '@sotay/domain/members'
import type { FormReply } from '@sotay/ui'
import { Button, DataTable, DateTime, EmptyState, ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { ROSTER } from './roster-address'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => ({
  actions: await listRosterActions(ctx),
  title: pageTitle(ctx, 'members:actions.title'),
}))

export const action = tenantAction(z.object({ actionId: z.uuid() }), async (ctx, asked) => {
  const { lines } = await undoRosterAction(ctx, asked)
  return redirectWithFlash(`${ROSTER}/thao-tac`, 'members:flash.undone', { count: lines })
})

export const meta = titleMeta

/** What the officer did to many lines at once, and the way back. */
export default function BulkActsPage() {
  const { actions } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('actions.title')} breadcrumbs={[{ href: ROSTER, label: t('list.title') }]} />
      {actions.length === 0 ? (
        <EmptyState icon="members" title={t('actions.empty')} />
      ) : (
        <DataTable
          caption={t('actions.title')}
          rows={actions}
          rowKey={({ id }) => id}
          columns={[
            { key: 'kind', header: t('actions.kind'), cell: ({ kind }) => t(`bulk.acts.${kind}`) },
            { key: 'at', header: t('actions.at'), cell: ({ madeAt }) => <DateTime at={madeAt} show="day-time" /> },
            { key: 'lines', header: t('actions.lines'), cell: ({ lines }) => lines, numeric: true },
          ]}
          actions={({ id, undoneAt }) =>
            undoneAt ? (
              t('actions.undone')
            ) : (
              <form method="post">
                <input type="hidden" name="actionId" value={id} />
                <Button tone="secondary">{t('actions.undo')}</Button>
              </form>
            )
          }
        />
      )}
    </>
  )
}
