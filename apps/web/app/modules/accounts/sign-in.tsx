import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signIn } from '@sotay/domain/accounts'
import { signInInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader, PasswordInput, posted } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { cardHint } from './card-hint.server'
import { CardNumberField } from './card-number-field'
import { continueSignIn, ownPath } from './continue-sign-in.server'
import { deviceName } from './device-name.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  if (ctx.actor.kind === 'member') throw redirect(ownPath(url.searchParams.get('tiep')), 303)
  const selfRegistration = ctx.config.accounts.registration === 'self'
  return { selfRegistration, hint: cardHint(ctx), title: pageTitle(ctx, 'accounts:signIn.title') }
})

export const action = tenantAction(
  signInInput.pick({ cardNumber: true, password: true }),
  async (ctx, typed, visit) => {
    const from = { address: visit.arrival.address, device: deviceName(visit.request) }
    return continueSignIn(ctx, await signIn(ctx, { ...typed, ...from }), visit)
  },
)

export const meta = titleMeta

export default function SignInPage() {
  const { selfRegistration, hint } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('signIn.title')} />
      <form method="post" noValidate>
        <CardNumberField reply={reply} hint={hint} />
        <PasswordInput
          {...posted(reply, 'password')}
          label={t('fields.password')}
          autoComplete="current-password"
          required
        />
        <Button>{t('signIn.do')}</Button>
      </form>
      <p>
        <a href="/quen-mat-khau">{t('signIn.forgot')}</a>
      </p>
      <p>{selfRegistration ? <a href="/dang-ky">{t('signIn.register')}</a> : t('signIn.issued')}</p>
    </>
  )
}
