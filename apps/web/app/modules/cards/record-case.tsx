import { useActionData, useLoaderData } from '@remix-run/react'
import { findHolders, recordCardCase } from '@sotay/domain/cards'
import { recordCardCaseInput } from '@sotay/domain/cards/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, EmptyState, ErrorSummary, errorLinks, PageHeader, TextInput } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { RecordForm } from './record-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const search = url.searchParams.get('tim')?.trim() ?? ''
  const holders = await findHolders(ctx, { search })
  return { search, holders, title: pageTitle(ctx, 'cards:record.title') }
})

export const action = tenantAction(recordCardCaseInput, async (ctx, input) => {
  const { id } = await recordCardCase(ctx, input)
  return redirectWithFlash(`/dang-vien/the/${id}`, 'cards:flash.recorded')
})

export const meta = titleMeta

/** An officer records a case of a member: found first, then described. */
export default function RecordCasePage() {
  const { search, holders } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('record.title')}
        lead={t('record.lead')}
        breadcrumbs={[{ href: '/dang-vien/the', label: t('list.title') }]}
      />
      <form method="get">
        <TextInput name="tim" type="search" label={t('record.search')} defaultValue={search} width={20} />
        <Button tone="secondary">{t('record.find')}</Button>
      </form>
      {search && holders.length === 0 ? <EmptyState icon="search" title={t('record.none')} /> : null}
      {holders.length > 0 ? <RecordForm holders={holders} reply={reply} /> : null}
    </>
  )
}
