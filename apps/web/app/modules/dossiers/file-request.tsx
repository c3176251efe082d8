import { useActionData, useLoaderData } from '@remix-run/react'
import { approveFileRequest, readFileRequest, returnFileRequest } from '@sotay/domain/dossiers'
import { approveFileRequestInput, returnFileRequestInput } from '@sotay/domain/dossiers/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { DateTime } from '@sotay/ui/date-time'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { QUEUE } from './queue-address'
import { DecisionForm } from './request-decision'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const request = await readFileRequest(ctx, { requestId: params.requestId ?? '' })
  return { request, title: pageTitle(ctx, 'dossiers:decide.title', { name: request.person.fullName }) }
})

const act = z.discriminatedUnion('act', [
  approveFileRequestInput.omit({ requestId: true }).extend({
    act: z.literal('approve'),
    // Boxes that nobody ticked are not sent: none is not all.
    keys: z.array(z.string()).default([]),
  }),
  returnFileRequestInput.omit({ requestId: true }).extend({ act: z.literal('return') }),
])

export const action = tenantAction(act, async (ctx, chosen, { params }) => {
  const requestId = params.requestId ?? ''
  if (chosen.act === 'approve') await approveFileRequest(ctx, { ...chosen, requestId })
  else await returnFileRequest(ctx, { ...chosen, requestId })
  return redirectWithFlash(QUEUE, `dossiers:flash.${chosen.act === 'approve' ? 'approved' : 'returned'}`, { count: 1 })
})

export const meta = titleMeta

/** One request: what stands beside what is asked for, and the ways it can go. */
export default function FileRequestPage() {
  const { request } = useLoaderData<typeof loader>()
  const { person, requestedAt } = request
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('decide.title', { name: person.fullName })}
        lead={t('decide.lead')}
        breadcrumbs={[{ href: QUEUE, label: t('queue.title') }]}
      />
      <div className="stack">
        <SummaryList
          items={[
            { label: t('queue.cardNumber'), value: person.cardNumber },
            { label: t('queue.unit'), value: person.unitName },
            { label: t('queue.at'), value: <DateTime at={requestedAt} show="day-time" /> },
          ]}
        />
        <DecisionForm request={request} reply={reply} />
      </div>
    </>
  )
}
