import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { changeOwnFactor, offerOwnFactor, sessionHash } from '@sotay/operations/operators'
import { Button, ButtonLink, CodeInput, ErrorSummary, errorLinks, PageHeader, PasswordInput, posted } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'
import { readCookie, SESSION_COOKIE } from '../server/session-cookies'
import { FactorSteps } from '../sign-in/factor-steps'

export const loader = operatorLoader('viewer', (ctx) => offerOwnFactor(ctx))

export const action = formAction(async (context, { password = '', sealed = '', code = '' }, { request }) => {
  assertRole(context, 'viewer')
  const keep = sessionHash(readCookie(request.headers.get('cookie'), SESSION_COOKIE) ?? '')
  await changeOwnFactor(context.ctx, { password, sealed, code }, keep)
  return redirectWithFlash('/tai-khoan', 'console:flash.own-factor')
})

export default function NewFactorPage() {
  const { secret, uri, sealed } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('account.factor')}
        lead={reply ? t('account.factorAnew') : t('account.factorHint')}
        breadcrumbs={[{ href: '/tai-khoan', label: t('account.title') }]}
      />
      <FactorSteps secret={secret} uri={uri} />
      <form method="post">
        <input type="hidden" name="sealed" value={sealed} />
        <PasswordInput
          label={t('useLink.present')}
          autoComplete="current-password"
          required
          {...posted(reply, 'password')}
        />
        <CodeInput label={t('code.label')} hint={t('code.hint')} required {...posted(reply, 'code')} />
        <div className="actions">
          <Button>{t('account.factorDo')}</Button>
          <ButtonLink href="/tai-khoan">{t('cancel')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
