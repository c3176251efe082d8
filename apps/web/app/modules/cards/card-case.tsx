import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmCardCase, readCardCase, refuseCardCase, resolveCardCase, withdrawCardCase } from '@sotay/domain/cards'
import { refuseCardCaseInput, resolveCardCaseInput } from '@sotay/domain/cards/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { titleOf } from '../../shell/page-title.server'
import { texts } from '../../shell/texts.server'
import { titleMeta } from '../../shell/title-meta'
import { CaseActs } from './case-acts'
import { caseFacts } from './case-facts'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const found = await readCardCase(ctx, { caseId: params.caseId ?? '' })
  const kind = texts.t(`cards:kinds.${found.kind}`)
  return { found, title: titleOf(ctx, texts.t('cards:case.title', { kind, name: found.name })) }
})

const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm') }),
  resolveCardCaseInput.omit({ caseId: true }).extend({ act: z.literal('resolve') }),
  refuseCardCaseInput.omit({ caseId: true }).extend({ act: z.literal('refuse') }),
  z.object({ act: z.literal('withdraw') }),
])

const flashes = { confirm: 'confirmed', resolve: 'resolved', refuse: 'refused', withdraw: 'withdrawn' }

export const action = tenantAction(act, async (ctx, chosen, { params }) => {
  const caseId = params.caseId ?? ''
  if (chosen.act === 'confirm') await confirmCardCase(ctx, { caseId })
  else if (chosen.act === 'resolve') await resolveCardCase(ctx, { ...chosen, caseId })
  else if (chosen.act === 'refuse') await refuseCardCase(ctx, { ...chosen, caseId })
  else await withdrawCardCase(ctx, { caseId })
  return redirectWithFlash(`/dang-vien/the/${caseId}`, `cards:flash.${flashes[chosen.act]}`)
})

export const meta = titleMeta

/** One case, and what this officer may do about it. */
export default function CardCasePage() {
  const { found } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('case.title', { kind: t(`kinds.${found.kind}`), name: found.name })}
        breadcrumbs={[{ href: '/dang-vien/the', label: t('list.title') }]}
      />
      <div className="stack">
        <SummaryList items={caseFacts(found, t)} />
        <CaseActs found={found} reply={reply} />
      </div>
    </>
  )
}
