import { useActionData, useLoaderData } from '@remix-run/react'
import { listDestinations, readTransferee, requestTransfer } from '@sotay/domain/transfers'
import { completeWish, wishFields } from '@sotay/domain/transfers/inputs'
import { authorize } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { EmptyState, ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { kindOf, QUEUE, searchOf, transferAddress } from './addresses'
import { AskForm } from './ask-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  authorize(ctx, 'transfers.request')
  const memberId = url.searchParams.get('dang-vien')
  const person = memberId === null ? null : await readTransferee(ctx, { memberId })
  const search = searchOf(url)
  const choices = await listDestinations(ctx, { search })
  return { person, choices, search, kind: kindOf(url), title: pageTitle(ctx, 'transfers:ask.title') }
})

const wish = z.object({ act: z.literal('ask'), ...wishFields }).superRefine(completeWish)

export const action = tenantAction(wish, async (ctx, asked, { url }) => {
  const memberId = url.searchParams.get('dang-vien') ?? ''
  const { id } = await requestTransfer(ctx, { memberId, ...asked })
  return redirectWithFlash(transferAddress(id), 'transfers:flash.requested')
})

export const meta = titleMeta

/** An officer asks for a member, such as one without a telephone. */
export default function NewTransferPage() {
  const { person, choices, search, kind } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const breadcrumbs = [{ href: QUEUE, label: t('queue.title') }]
  if (!person) {
    return (
      <>
        <PageHeader title={t('ask.title')} breadcrumbs={breadcrumbs} />
        <EmptyState icon="members" title={t('ask.nobody')} action={<a href="/dang-vien">{t('ask.toRoster')}</a>}>
          {t('ask.nobodyMore')}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('ask.titleFor', { name: person.fullName })} breadcrumbs={breadcrumbs} />
      <SummaryList
        items={[
          { label: t('facts.card'), value: person.cardNumber },
          { label: t('facts.from'), value: person.unitName },
        ]}
      />
      <AskForm
        kind={kind}
        search={search}
        choices={choices}
        reply={reply}
        base={`${QUEUE}/moi`}
        kept={{ 'dang-vien': person.id }}
      />
    </>
  )
}
