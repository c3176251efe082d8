import { useActionData, useLoaderData } from '@remix-run/react'
import { approveAccount, readAwaitingAccount, returnAccount, returnReasons } from '@sotay/domain/accounts'
import { approveAccountInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { DateTime } from '@sotay/ui/date-time'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { ApproveForm, ReturnForm } from './decision-forms'
import { reasonOf, returnFields } from './return-reason.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const waiting = await readAwaitingAccount(ctx, { accountId: params.accountId ?? '' })
  const grantable = waiting.inCell ? (ctx.config.accounts.approvedBy?.alsoGrants ?? []) : []
  return {
    waiting,
    grantable,
    reasons: returnReasons(ctx),
    title: pageTitle(ctx, 'accounts:decide.title', { name: waiting.name }),
  }
})

const decision = z.discriminatedUnion('act', [
  approveAccountInput.pick({ roles: true }).extend({ act: z.literal('approve') }),
  returnFields.extend({ act: z.literal('return') }),
])

export const action = tenantAction(decision, async (ctx, chosen, { params }) => {
  const accountId = params.accountId ?? ''
  if (chosen.act === 'approve') await approveAccount(ctx, { accountId, roles: chosen.roles })
  else await returnAccount(ctx, { accountId, reason: reasonOf(chosen) })
  return redirectWithFlash(
    '/quan-tri/tai-khoan',
    chosen.act === 'approve' ? 'accounts:flash.approved' : 'accounts:flash.returned',
    { count: 1 },
  )
})

export const meta = titleMeta

/** One registration: what to compare with the file, and the two ways it can go. */
export default function ApprovalPage() {
  const { waiting, grantable, reasons } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const facts = [
    { label: t('queue.cardNumber'), value: waiting.cardNumber },
    { label: t('decide.phone'), value: waiting.phone ?? t('own.noPhone') },
    { label: t('queue.unit'), value: waiting.unitName },
    { label: t('queue.at'), value: <DateTime at={waiting.registeredAt} show="day-time" /> },
  ]
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('decide.title', { name: waiting.name })}
        lead={t('decide.check')}
        breadcrumbs={[{ href: '/quan-tri/tai-khoan', label: t('queue.title') }]}
      />
      <div className="stack">
        <SummaryList items={facts} />
        <ApproveForm grantable={grantable} />
        <ReturnForm reply={reply} reasons={reasons} />
      </div>
    </>
  )
}
