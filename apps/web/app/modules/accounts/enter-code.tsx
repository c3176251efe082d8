import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { verifyCode } from '@sotay/domain/accounts'
import { verifyCodeInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, CodeInput, ErrorSummary, errorLinks, PageHeader, posted } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { carry } from './carried.server'
import { codeFlow } from './code-flow.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, visit) => {
  const { start } = codeFlow(ctx, visit)
  if (!visit.url.searchParams.has('yeu-cau')) throw redirect(start, 303)
  return { start, minutes: ctx.config.accounts.codes.validMinutes, title: pageTitle(ctx, 'accounts:code.title') }
})

export const action = tenantAction(verifyCodeInput.pick({ code: true }), async (ctx, { code }, visit) => {
  const { start } = codeFlow(ctx, visit)
  const challengeId = visit.url.searchParams.get('yeu-cau') ?? ''
  const { proof } = await verifyCode(ctx, { challengeId, code })
  carry(visit, 'proof', `${challengeId}.${proof}`)
  return redirect(`${start}/mat-khau`, 303)
})

export const meta = titleMeta

export default function EnterCodePage() {
  const { start, minutes } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('code.title')} lead={t('code.lead')} />
      <form method="post" noValidate>
        <CodeInput {...posted(reply, 'code')} label={t('fields.code')} hint={t('code.hint', { minutes })} required />
        <Button>{t('code.do')}</Button>
      </form>
      <p>
        <a href={start}>{t('code.again')}</a>
      </p>
      <p>{t('code.help')}</p>
    </>
  )
}
