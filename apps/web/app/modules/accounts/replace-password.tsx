import { useActionData } from '@remix-run/react'
import { replaceTemporaryPassword } from '@sotay/domain/accounts'
import { temporaryPasswordInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader, PasswordInput, posted } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { continueSignIn, stepToken } from './continue-sign-in.server'
import { deviceName } from './device-name.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, visit) => {
  stepToken(visit)
  return { title: pageTitle(ctx, 'accounts:replace.title') }
})

export const action = tenantAction(
  temporaryPasswordInput.pick({ password: true }),
  async (ctx, { password }, visit) => {
    const step = { token: stepToken(visit), device: deviceName(visit.request), password }
    return continueSignIn(ctx, await replaceTemporaryPassword(ctx, step), visit)
  },
)

export const meta = titleMeta

/** The first sign-in of an issued account. */
export default function ReplacePasswordPage() {
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('replace.title')} lead={t('replace.lead')} />
      <form method="post" noValidate>
        <PasswordInput
          {...posted(reply, 'password')}
          label={t('fields.newPassword')}
          hint={t('fields.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Button>{t('replace.do')}</Button>
      </form>
    </>
  )
}
