import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { registerAccount, resetPassword } from '@sotay/domain/accounts'
import { setPasswordInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader, PasswordInput, posted } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { carried, drop } from './carried.server'
import { codeFlow } from './code-flow.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, visit) => {
  const { registering, start } = codeFlow(ctx, visit)
  if (!carried(visit, 'proof')) throw redirect(start, 303)
  return { registering, start, title: pageTitle(ctx, 'accounts:choose.title') }
})

export const action = tenantAction(setPasswordInput.pick({ password: true }), async (ctx, { password }, visit) => {
  const { registering, start } = codeFlow(ctx, visit)
  const [challengeId, proof] = carried(visit, 'proof')?.split('.') ?? []
  if (!challengeId || !proof) return redirect(start, 303)
  const given = { challengeId, proof, password }
  await (registering ? registerAccount(ctx, given) : resetPassword(ctx, given))
  drop(visit, 'proof')
  return registering
    ? redirect('/dang-ky/cho-phe-duyet', 303)
    : redirectWithFlash('/dang-nhap', 'accounts:flash.password-reset')
})

export const meta = titleMeta

export default function ChoosePasswordPage() {
  const { registering, start } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  // A proof that no longer holds belongs to the page before: nothing on this one can mend it.
  const lapsed = reply?.errors.code
  return (
    <>
      <ErrorSummary errors={lapsed ? [{ message: lapsed }] : errorLinks(reply)} />
      <PageHeader title={t('choose.title')} lead={t('choose.lead')} />
      {lapsed ? (
        <p>
          <a href={start}>{t('code.again')}</a>
        </p>
      ) : null}
      <form method="post" noValidate>
        <PasswordInput
          {...posted(reply, 'password')}
          label={t('fields.password')}
          hint={t('fields.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Button>{t(registering ? 'choose.register' : 'choose.reset')}</Button>
      </form>
    </>
  )
}
