import { useActionData, useLoaderData } from '@remix-run/react'
import { clearCookie } from '@sotay/auth'
import { endAllSessions, endDevice, listSessions, listSignIns, readOwnAccount } from '@sotay/domain/accounts'
import type { FormReply } from '@sotay/ui'
import { Button, ButtonLink, ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { DeviceTable, SignInTable } from './device-tables'
import { OwnRestriction, OwnRoles } from './own-roles'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  const [own, devices, signIns] = await Promise.all([readOwnAccount(ctx), listSessions(ctx), listSignIns(ctx)])
  const person =
    ctx.actor.kind === 'member' ? { name: ctx.actor.name, unit: ctx.actor.unitName } : { name: '', unit: '' }
  const named = new Map<string, string>(ctx.config.roles.map(({ key, name }) => [key, name]))
  const roles = own.roles.map((held) => ({ ...held, name: named.get(held.role) ?? held.role }))
  const contact = ctx.config.texts.contact ?? ''
  const pages = ownPages.filter(({ module }) => ctx.config.enabled.has(module))
  return { own, person, roles, contact, pages, devices, signIns, title: pageTitle(ctx, 'accounts:own.title') }
})

/** Pages about oneself that other modules have, where the province has them. */
const ownPages = [
  { module: 'dossiers', href: '/toi/ho-so', words: 'own.dossier' },
  { module: 'transfers', href: '/toi/chuyen-sinh-hoat', words: 'own.transfer' },
  { module: 'cards', href: '/toi/the', words: 'own.card' },
  { module: 'accounts', href: '/toi/du-lieu', words: 'own.data' },
] as const

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
  const { own, person, roles, contact, pages, devices, signIns } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
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
        <OwnRestriction restriction={own.restriction} contact={contact} />
        <SummaryList items={facts} />
        <p className="actions">
          <ButtonLink href="/toi/mat-khau">{t('own.password')}</ButtonLink>
          <ButtonLink href="/toi/bao-mat">{t('own.security')}</ButtonLink>
          <ButtonLink href="/toi/dien-thoai">{t('own.phoneChange')}</ButtonLink>
          {pages.map(({ href, words }) => (
            <ButtonLink key={href} href={href}>
              {t(words)}
            </ButtonLink>
          ))}
        </p>
        <OwnRoles roles={roles} />
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
