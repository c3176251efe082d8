import { useActionData, useLoaderData } from '@remix-run/react'
import { clearCookie } from '@sotay/auth'
import { endAllSessions, endDevice, listSessions, listSignIns, readOwnAccount } from '@sotay/domain/accounts'
import { useText } from '@sotay/i18n'
import type { FormReply } from '@sotay/ui'
import { Button, ButtonLink, ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { DeviceTable, SignInTable } from './device-tables'

export const loader = tenantLoader(async (ctx) => {
  const [own, devices, signIns] = await Promise.all([readOwnAccount(ctx), listSessions(ctx), listSignIns(ctx)])
  const person =
    ctx.actor.kind === 'member' ? { name: ctx.actor.name, unit: ctx.actor.unitName } : { name: '', unit: '' }
  return { own, person, devices, signIns, title: pageTitle(ctx, 'accounts:own.title') }
})

const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('end-device'), sessionId: z.string().max(100) }),
  z.object({ act: z.literal('end-everywhere') }),
])

export const action = tenantAction(act, async (ctx, chosen, { setCookie }) => {
  if (chosen.act === 'end-device') {
    await endDevice(ctx, chosen)
    return redirectWithFlash('/toi', 'accounts:flash.device-ended')
  }
  await endAllSessions(ctx)
  setCookie(clearCookie())
  return redirectWithFlash('/', 'accounts:flash.ended-everywhere')
})

export const meta = titleMeta

/** One's own account: what is on file, its devices, its history. */
export default function OwnAccountPage() {
  const { own, person, devices, signIns } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText('accounts')
  const facts = [
    { label: t('own.name'), value: person.name },
    { label: t('own.unit'), value: person.unit },
    { label: t('own.cardNumber'), value: own.cardNumber },
    { label: t('own.phone'), value: own.phone ?? t('own.noPhone') },
  ]
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('own.title')} />
      <div className="stack">
        <SummaryList items={facts} />
        <p className="actions">
          <ButtonLink href="/toi/mat-khau">{t('own.password')}</ButtonLink>
          <ButtonLink href="/toi/bao-mat">{t('own.security')}</ButtonLink>
        </p>
        <DeviceTable devices={devices} />
        <form method="post" className="stack">
          <p>{t('own.everywhereHint')}</p>
          <Button tone="secondary" name="act" value="end-everywhere">
            {t('own.everywhere')}
          </Button>
        </form>
        <SignInTable signIns={signIns} />
      </div>
    </>
  )
}
