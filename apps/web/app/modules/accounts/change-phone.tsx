import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readOwnAccount, requestPhoneChange } from '@sotay/domain/accounts'
import { requestPhoneChangeInput } from '@sotay/domain/accounts/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, NumericInput, PageHeader, PasswordInput, posted } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  const { phone } = await readOwnAccount(ctx)
  return { phone, title: pageTitle(ctx, 'accounts:phone.title') }
})

export const action = tenantAction(
  requestPhoneChangeInput.pick({ password: true, phone: true }),
  async (ctx, typed, { arrival }) => {
    const { challengeId } = await requestPhoneChange(ctx, { ...typed, address: arrival.address })
    return redirect(`/toi/dien-thoai/ma?yeu-cau=${challengeId}`, 303)
  },
)

export const meta = titleMeta

/** A new number begins with the password, and a code to that number. */
export default function ChangePhonePage() {
  const { phone } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('phone.title')}
        lead={t('phone.lead', { phone: phone ?? t('phone.none') })}
        breadcrumbs={[{ href: '/toi', label: t('own.title') }]}
      />
      <form method="post" noValidate>
        <NumericInput
          {...posted(reply, 'phone')}
          label={t('fields.newPhone')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          width={12}
          required
        />
        <PasswordInput
          {...posted(reply, 'password')}
          label={t('fields.currentPassword')}
          autoComplete="current-password"
          required
        />
        <Button>{t('phone.do')}</Button>
      </form>
      <p>{t('phone.lost')}</p>
    </>
  )
}
