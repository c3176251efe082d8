import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmPhoneChange, readOwnAccount } from '@sotay/domain/accounts'
import { verifyCodeInput } from '@sotay/domain/accounts/inputs'
import { isId } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { Button, CodeInput, ErrorSummary, errorLinks, PageHeader, posted } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  await readOwnAccount(ctx)
  return { minutes: ctx.config.accounts.codes.validMinutes, title: pageTitle(ctx, 'accounts:phone.codeTitle') }
})

export const action = tenantAction(verifyCodeInput.pick({ code: true }), async (ctx, { code }, { url }) => {
  const challengeId = url.searchParams.get('yeu-cau') ?? ''
  if (!isId(challengeId)) return redirect('/toi/dien-thoai', 303)
  await confirmPhoneChange(ctx, { challengeId, code })
  return redirectWithFlash('/toi', 'accounts:flash.phone-changed')
})

export const meta = titleMeta

export default function ConfirmPhonePage() {
  const { minutes } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('phone.codeTitle')}
        lead={t('phone.codeLead')}
        breadcrumbs={[
          { href: '/toi', label: t('own.title') },
          { href: '/toi/dien-thoai', label: t('phone.title') },
        ]}
      />
      <form method="post" noValidate>
        <CodeInput {...posted(reply, 'code')} label={t('fields.code')} hint={t('code.hint', { minutes })} required />
        <Button>{t('phone.confirm')}</Button>
      </form>
      <p>
        <a href="/toi/dien-thoai">{t('phone.again')}</a>
      </p>
    </>
  )
}
