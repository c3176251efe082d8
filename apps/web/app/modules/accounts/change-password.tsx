import { useActionData } from '@remix-run/react'
import { changePassword, readOwnAccount } from '@sotay/domain/accounts'
import { changePasswordInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader, PasswordInput, posted } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  await readOwnAccount(ctx)
  return { title: pageTitle(ctx, 'accounts:changePassword.title') }
})

export const action = tenantAction(changePasswordInput, async (ctx, typed) => {
  await changePassword(ctx, typed)
  return redirectWithFlash('/toi', 'accounts:flash.password-changed')
})

export const meta = titleMeta

export default function ChangePasswordPage() {
  const reply = useActionData<FormReply>()
  const t = useText()
  const breadcrumbs = [{ href: '/toi', label: t('own.title') }]
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('changePassword.title')} lead={t('changePassword.lead')} breadcrumbs={breadcrumbs} />
      <form method="post" noValidate>
        <PasswordInput
          {...posted(reply, 'password')}
          label={t('fields.currentPassword')}
          autoComplete="current-password"
          required
        />
        <PasswordInput
          {...posted(reply, 'newPassword')}
          label={t('fields.newPassword')}
          hint={t('fields.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Button>{t('changePassword.do')}</Button>
      </form>
    </>
  )
}
