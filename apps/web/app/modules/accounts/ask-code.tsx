import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestCode } from '@sotay/domain/accounts'
import { requestCodeInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, NumericInput, PageHeader, posted } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { cardHint } from './card-hint.server'
import { CardNumberField } from './card-number-field'
import { codeFlow } from './code-flow.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, visit) => {
  const { registering } = codeFlow(ctx, visit)
  const flow = registering ? 'register' : 'forgot'
  return { flow, hint: cardHint(ctx), title: pageTitle(ctx, `accounts:${flow}.title`) }
})

export const action = tenantAction(
  requestCodeInput.pick({ cardNumber: true, phone: true }),
  async (ctx, typed, visit) => {
    const { purpose, start } = codeFlow(ctx, visit)
    const { challengeId } = await requestCode(ctx, { ...typed, purpose, address: visit.arrival.address })
    return redirect(`${start}/ma?yeu-cau=${challengeId}`, 303)
  },
)

export const meta = titleMeta

/** Registration, or a lost password, begins with card and phone. */
export default function AskCodePage() {
  const { flow, hint } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t(`${flow}.title`)} lead={t(`${flow}.lead`)} />
      <form method="post" noValidate>
        <CardNumberField reply={reply} hint={hint} />
        <NumericInput
          {...posted(reply, 'phone')}
          label={t('fields.phone')}
          hint={t('fields.phoneHint')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          width={12}
          required
        />
        <Button>{t(`${flow}.do`)}</Button>
      </form>
      <p>
        <a href="/dang-nhap">{t(`${flow}.signIn`)}</a>
      </p>
    </>
  )
}
