import { useActionData, useLoaderData } from '@remix-run/react'
import { listOwnCases, reportCard, withdrawCardCase } from '@sotay/domain/cards'
import { cardCaseInput, reportCardInput } from '@sotay/domain/cards/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { OwnCases } from './own-cases'
import { ReportForm } from './report-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  const { cases, cardNumber } = await listOwnCases(ctx)
  const open = cases.some(({ status }) => status === 'reported' || status === 'confirmed')
  return { cases, cardNumber, open, title: pageTitle(ctx, 'cards:own.title') }
})

const act = z.discriminatedUnion('act', [
  reportCardInput.extend({ act: z.literal('report') }),
  cardCaseInput.extend({ act: z.literal('withdraw') }),
])

export const action = tenantAction(act, async (ctx, chosen) => {
  if (chosen.act === 'report') {
    await reportCard(ctx, chosen)
    return redirectWithFlash('/toi/the', 'cards:flash.reported')
  }
  await withdrawCardCase(ctx, chosen)
  return redirectWithFlash('/toi/the', 'cards:flash.withdrawn')
})

export const meta = titleMeta

/** The member's own card: reported lost or damaged, and what became of it. */
export default function OwnCardPage() {
  const { cases, cardNumber, open } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('own.title')}
        lead={t('own.lead')}
        breadcrumbs={[{ href: '/toi', label: t('own.account') }]}
      />
      <div className="stack">
        <SummaryList items={[{ label: t('own.number'), value: cardNumber }]} />
        <OwnCases cases={cases} />
        {open ? null : <ReportForm reply={reply} />}
      </div>
    </>
  )
}
