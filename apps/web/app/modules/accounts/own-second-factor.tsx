import { useActionData, useLoaderData } from '@remix-run/react'
import { offerOwnSecondFactor, readOwnAccount, setUpOwnSecondFactor } from '@sotay/domain/accounts'
import { ownTotpInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, Notice, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { carried, carry, drop } from './carried.server'
import { useText } from './texts'
import { TotpOffer } from './totp-offer'

export const loader = tenantLoader(async (ctx, visit) => {
  const title = pageTitle(ctx, 'accounts:setup.title')
  const { secondFactor } = await readOwnAccount(ctx)
  if (secondFactor) return { title, offer: null }
  const { secret, uri, sealed } = await offerOwnSecondFactor(ctx, { shown: carried(visit, 'offer') })
  carry(visit, 'offer', sealed)
  return { title, offer: { secret, uri } }
})

export const action = tenantAction(ownTotpInput.pick({ code: true }), async (ctx, { code }, visit) => {
  await setUpOwnSecondFactor(ctx, { sealed: carried(visit, 'offer') ?? '-', code })
  drop(visit, 'offer')
  return redirectWithFlash('/toi', 'accounts:flash.second-factor-set')
})

export const meta = titleMeta

export default function OwnSecondFactorPage() {
  const { offer } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const breadcrumbs = [{ href: '/toi', label: t('own.title') }]
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('setup.title')} lead={offer ? t('setup.may') : undefined} breadcrumbs={breadcrumbs} />
      {offer ? (
        <TotpOffer {...offer} reply={reply} />
      ) : (
        <Notice tone="success" title={t('setup.on')}>
          {t('setup.onMore')}
        </Notice>
      )}
    </>
  )
}
