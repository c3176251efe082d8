import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useRouteLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { checkOperatorPassword } from '@sotay/operations/operators'
import { Button, ErrorSummary, errorLinks, Notice, PageHeader, PasswordInput, posted, TextInput } from '@sotay/ui'
import { formAction } from '../server/form-action'
import type { Frame } from '../server/frame.server'
import { STEP_COOKIE, strictCookie } from '../server/session-cookies'

const STEP_SECONDS = 5 * 60

export const loader = ({ context }: LoaderFunctionArgs) => (context.operator ? redirect('/') : null)

export const action = formAction(async ({ ctx, arrival, setCookie }, { email = '', password = '' }) => {
  const challenge = await checkOperatorPassword(ctx, { email, password, address: arrival.address })
  setCookie(strictCookie(STEP_COOKIE, challenge, STEP_SECONDS))
  return redirect('/dang-nhap/ma', 303)
})

export default function PasswordPage() {
  const reply = useActionData<typeof action>()
  const frame = useRouteLoaderData<Frame>('root')
  const t = useText('console')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      {frame?.demo ? (
        <Notice title={t('demo.title')}>
          <p>
            {t('demo.hint')} <a href="/demo">{t('demo.link')}</a>
          </p>
        </Notice>
      ) : null}
      <form method="post">
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          {...posted(reply, 'email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          {...posted(reply, 'password')}
        />
        <Button>{t('signIn.next')}</Button>
      </form>
    </>
  )
}
