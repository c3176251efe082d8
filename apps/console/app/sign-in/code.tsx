import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { signInOperator } from '@sotay/operations/operators'
import { Button, ButtonLink, CodeInput, ErrorSummary, errorLinks, PageHeader, posted } from '@sotay/ui'
import { deviceName } from '../server/device-name'
import { formAction } from '../server/form-action'
import { endCookie, readCookie, SESSION_COOKIE, STEP_COOKIE, strictCookie } from '../server/session-cookies'

export const loader = ({ request }: LoaderFunctionArgs) =>
  readCookie(request.headers.get('cookie'), STEP_COOKIE) ? null : redirect('/dang-nhap')

export const action = formAction(async ({ ctx, setCookie }, { code = '' }, { request }) => {
  const challenge = readCookie(request.headers.get('cookie'), STEP_COOKIE) ?? ''
  const { token, expiresAt } = await signInOperator(ctx, {
    challenge,
    code,
    device: deviceName(request.headers.get('user-agent')),
  })
  setCookie(endCookie(STEP_COOKIE))
  setCookie(strictCookie(SESSION_COOKIE, token, Math.floor((expiresAt.getTime() - ctx.clock.now().getTime()) / 1000)))
  return redirect('/', 303)
})

export default function CodePage() {
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('code.title')} lead={t('code.lead')} />
      <form method="post">
        <CodeInput label={t('code.label')} hint={t('code.hint')} required {...posted(reply, 'code')} />
        <div className="actions">
          <Button>{t('code.do')}</Button>
          <ButtonLink href="/dang-nhap">{t('code.back')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
