import { useActionData, useLoaderData } from '@remix-run/react'
import {
  listDestinations,
  readOwnTransfers,
  requestOwnTransfer,
  type TransferDetails,
  withdrawTransfer,
} from '@sotay/domain/transfers'
import { completeWish, wishFields } from '@sotay/domain/transfers/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ButtonLink, Card, DateTime, ErrorSummary, errorLinks, List, PageHeader, StatusTag } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { kindOf, OWN, searchOf, transferAddress } from './addresses'
import { AskForm } from './ask-form'
import { useText } from './texts'
import { TransferFacts } from './transfer-facts'
import { TransferSteps } from './transfer-steps'
import { stateKey, stateTag } from './words'

export const loader = tenantLoader(async (ctx, { url }) => {
  const [own, search] = [await readOwnTransfers(ctx), searchOf(url)]
  const current = own.find(({ status }) => ['requested', 'confirmed', 'accepted', 'decided'].includes(status))
  const past = own.filter(({ id }) => id !== current?.id)
  const choices = current ? undefined : await listDestinations(ctx, { search })
  const unitName = ctx.actor.kind === 'member' ? ctx.actor.unitName : ''
  const title = pageTitle(ctx, 'transfers:own.title')
  return { current, past, choices, search, kind: kindOf(url), unitName, now: ctx.clock.now(), title }
})

const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('ask'), ...wishFields }).superRefine(completeWish),
  z.object({ act: z.literal('withdraw'), transferId: z.uuid() }),
])

export const action = tenantAction(act, async (ctx, chosen) => {
  if (chosen.act === 'withdraw') {
    await withdrawTransfer(ctx, chosen)
    return redirectWithFlash(OWN, 'transfers:flash.withdrawn')
  }
  await requestOwnTransfer(ctx, chosen)
  return redirectWithFlash(OWN, 'transfers:flash.requested')
})

export const meta = titleMeta

/** A member's own transfer: asked for, followed step by step, taken back. */
export default function OwnTransferPage() {
  const { current, past, choices, search, kind, unitName, now } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('own.title')} lead={t('own.lead')} />
      <div className="stack">
        {current ? <Current transfer={current} now={now} /> : <p>{t('own.now', { unit: unitName })}</p>}
        {choices ? (
          <Card title={t('own.ask')}>
            <AskForm kind={kind} search={search} choices={choices} reply={reply} base={OWN} />
          </Card>
        ) : null}
        {past.length > 0 ? <Past transfers={past} /> : null}
      </div>
    </>
  )
}

function Current({ transfer, now }: { transfer: TransferDetails; now: Date }) {
  const t = useText()
  return (
    <Card title={t('own.current')}>
      <div className="stack">
        <TransferSteps transfer={transfer} />
        <TransferFacts transfer={transfer} now={now} />
        {transfer.letter ? (
          <p className="actions">
            <ButtonLink href={`${transferAddress(transfer.id)}/giay-gioi-thieu.pdf`}>{t('page.letterPdf')}</ButtonLink>
          </p>
        ) : null}
        {transfer.acts.includes('withdraw') ? (
          <form method="post">
            <input type="hidden" name="transferId" value={transfer.id} />
            <p>{t('own.withdrawHint')}</p>
            <Button tone="secondary" name="act" value="withdraw">
              {t('own.withdraw')}
            </Button>
          </form>
        ) : null}
      </div>
    </Card>
  )
}

function Past({ transfers }: { transfers: TransferDetails[] }) {
  const t = useText()
  return (
    <Card title={t('own.past')}>
      <List>
        {transfers.map((entry) => (
          <p key={entry.id}>
            <a href={transferAddress(entry.id)}>
              {t('queue.wayOf', { from: entry.fromName ?? '', to: entry.toName ?? '' })}
            </a>{' '}
            <StatusTag status={stateTag(entry.status)} words={t(stateKey(entry))} />{' '}
            <DateTime at={entry.requestedAt} show="date" />
          </p>
        ))}
      </List>
    </Card>
  )
}
