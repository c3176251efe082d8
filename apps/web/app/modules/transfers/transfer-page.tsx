import { useActionData, useLoaderData } from '@remix-run/react'
import { listDestinations, readTransfer, type TransferDetails } from '@sotay/domain/transfers'
import { may } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { ButtonLink, Card, ErrorSummary, errorLinks, Notice, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { OWN, QUEUE, searchOf, transferAddress } from './addresses'
import { AnswerForms } from './answer-forms'
import { ArrivingFile } from './arriving-file'
import { DecideForm } from './decide-form'
import { fileWords } from './file-words.server'
import { HandOver } from './hand-over'
import { RedirectForm } from './redirect-form'
import { useText } from './texts'
import { actOnTransfer, transferAct } from './transfer-act.server'
import { TransferFacts } from './transfer-facts'
import { TransferSteps } from './transfer-steps'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const { file, ...transfer } = await readTransfer(ctx, { transferId: params.transferId ?? '' })
  const search = searchOf(url)
  const redirects = transfer.acts.includes('redirect')
  const { cells, peers } =
    redirects || transfer.partner ? await listDestinations(ctx, { search }) : { cells: [], peers: [] }
  const partnerName = peers.find(({ slug }) => slug === transfer.partner)?.name ?? transfer.partner
  const back = may(ctx, 'transfers.read') ? QUEUE : OWN
  const now = ctx.clock.now()
  const title = pageTitle(ctx, 'transfers:page.title', { name: transfer.memberName })
  return { transfer, file: fileWords(file), cells, search, partnerName, back, now, title }
})

export const action = tenantAction(transferAct, async (ctx, chosen, { params }) => {
  const transferId = params.transferId ?? ''
  const said = await actOnTransfer(ctx, transferId, chosen)
  const stays = ['taken-in', 'decided', 'redirected', 'withdrawn'].includes(said) || !may(ctx, 'transfers.read')
  return redirectWithFlash(stays ? transferAddress(transferId) : QUEUE, `transfers:flash.${said}`)
})

export const meta = titleMeta

/** One transfer: its facts, its way, and what is the reader's to do. */
export default function TransferPage() {
  const { transfer, file, cells, search, partnerName, back, now } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const { acts } = transfer
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('page.title', { name: transfer.memberName })}
        breadcrumbs={[{ href: back, label: t('queue.title') }]}
        actions={<Letters transfer={transfer} />}
      />
      <div className="stack">
        {transfer.blocked ? (
          <Notice tone="warning" title={t(`page.blocked.${transfer.blocked}`)}>
            {t(`page.blocked.${transfer.blocked}More`)}
          </Notice>
        ) : null}
        <TransferFacts transfer={transfer} now={now} />
        <Card title={t('steps.title')}>
          <TransferSteps transfer={transfer} />
        </Card>
        <ArrivingFile file={file} />
        {acts.includes('decide') ? <DecideForm transfer={transfer} reply={reply} /> : null}
        <AnswerForms transfer={transfer} reply={reply} />
        <HandOver transfer={transfer} partnerName={partnerName} reply={reply} />
        {acts.includes('redirect') ? (
          <RedirectForm open={transfer.blocked !== null} cells={cells} search={search} reply={reply} />
        ) : null}
      </div>
    </>
  )
}

function Letters({ transfer: { id, letter, status, kind } }: { transfer: TransferDetails }) {
  const t = useText()
  if (!letter || kind === 'in' || (status !== 'decided' && status !== 'effective')) return null
  const at = `${transferAddress(id)}/giay-gioi-thieu`
  return (
    <>
      <ButtonLink href={`${at}.pdf`}>{t('page.letterPdf')}</ButtonLink>
      <ButtonLink href={`${at}.docx`}>{t('page.letterWord')}</ButtonLink>
    </>
  )
}
