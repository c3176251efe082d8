import { useActionData, useLoaderData } from '@remix-run/react'
import { forgetView, saveView } from '@sotay/domain/members'
import { saveViewInput } from '@sotay/domain/members/inputs'
import type { FormReply } from '@sotay/ui'
import { ButtonLink, ErrorSummary, errorLinks, PageHeader, Pagination } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { addressOf, ROSTER, readAddress } from './roster-address'
import { ActiveFilters } from './roster-chips'
import { readRosterPage } from './roster-page.server'
import { RosterSearch } from './roster-search'
import { RosterTable } from './roster-table'
import { SavedViews } from './saved-views'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => ({
  ...(await readRosterPage(ctx, url.searchParams)),
  title: pageTitle(ctx, 'members:list.title'),
}))

const keeping = z.discriminatedUnion('act', [
  saveViewInput.pick({ name: true }).extend({ act: z.literal('save-view') }),
  z.object({ act: z.literal('forget-view'), viewId: z.uuid() }),
])

export const action = tenantAction(keeping, async (ctx, asked, { url }) => {
  const here = addressOf(ROSTER, readAddress(url.searchParams))
  if (asked.act === 'forget-view') {
    await forgetView(ctx, { viewId: asked.viewId })
    return redirectWithFlash(here, 'members:flash.view-forgotten')
  }
  await saveView(ctx, { page: ROSTER, name: asked.name, query: here.slice(ROSTER.length + 1) })
  return redirectWithFlash(here, 'members:flash.view-saved')
})

export const meta = titleMeta

/** The roster of the reader's scope: found, narrowed, opened, acted on many at a time. */
export default function RosterPage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const actions = page.manages ? (
    <>
      <ButtonLink href={`${ROSTER}/moi`} tone="primary">
        {t('list.add')}
      </ButtonLink>
      <ButtonLink href={`${ROSTER}/thao-tac`} tone="quiet">
        {t('list.actions')}
      </ButtonLink>
    </>
  ) : undefined
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('list.title')} actions={actions} />
      <SavedViews views={page.views} address={page.address} reply={reply} />
      <RosterSearch address={page.address} roles={page.roles} units={page.units} />
      <ActiveFilters address={page.address} unitName={page.unit?.name} roles={page.roles} />
      <RosterTable {...page} />
      <Pagination next={page.further} />
      {page.first ? <a href={page.first}>{t('list.first')}</a> : null}
    </>
  )
}
