import { useActionData, useLoaderData } from '@remix-run/react'
import { offerSecondFactor, setUpSecondFactor } from '@sotay/domain/accounts'
import { totpSetupInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { carried, carry, drop } from './carried.server'
import { continueSignIn, stepToken } from './continue-sign-in.server'
import { deviceName } from './device-name.server'
import { useText } from './texts'
import { TotpOffer } from './totp-offer'

export const loader = tenantLoader(async (ctx, visit) => {
  const offer = { token: stepToken(visit), shown: carried(visit, 'offer') }
  const { secret, uri, sealed } = await offerSecondFactor(ctx, offer)
  carry(visit, 'offer', sealed)
  return { secret, uri, title: pageTitle(ctx, 'accounts:setup.title') }
})

export const action = tenantAction(totpSetupInput.pick({ code: true }), async (ctx, { code }, visit) => {
  const step = { token: stepToken(visit), device: deviceName(visit.request) }
  const next = await setUpSecondFactor(ctx, { ...step, sealed: carried(visit, 'offer') ?? '-', code })
  drop(visit, 'offer')
  return continueSignIn(ctx, next, visit)
})

export const meta = titleMeta

/** Between password and first page, for roles that must have a second factor. */
export default function SecondFactorSetupPage() {
  const offer = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('setup.title')} lead={t('setup.must')} />
      <TotpOffer secret={offer.secret} uri={offer.uri} reply={reply} />
    </>
  )
}
