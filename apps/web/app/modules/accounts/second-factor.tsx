import { useActionData } from '@remix-run/react'
import { confirmSecondFactor } from '@sotay/domain/accounts'
import { secondFactorInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, CodeInput, ErrorSummary, errorLinks, PageHeader, posted } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { continueSignIn, stepToken } from './continue-sign-in.server'
import { deviceName } from './device-name.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, visit) => {
  stepToken(visit)
  return { title: pageTitle(ctx, 'accounts:factor.title') }
})

export const action = tenantAction(secondFactorInput.pick({ code: true }), async (ctx, { code }, visit) => {
  const step = { token: stepToken(visit), device: deviceName(visit.request), code }
  return continueSignIn(ctx, await confirmSecondFactor(ctx, step), visit)
})

export const meta = titleMeta

/** The second step of a sign-in. */
export default function SecondFactorPage() {
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('factor.title')} lead={t('factor.lead')} />
      <form method="post" noValidate>
        <CodeInput {...posted(reply, 'code')} label={t('factor.code')} required />
        <Button>{t('factor.do')}</Button>
      </form>
      <p>
        <a href="/dang-nhap">{t('signIn.again')}</a>
      </p>
    </>
  )
}
