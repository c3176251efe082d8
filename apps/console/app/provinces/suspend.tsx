import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { Invalid } from '@sotay/kernel'
import { findTenant, suspendTenant } from '@sotay/operations'
import { Button, ButtonLink, Checkbox, ErrorSummary, errorLinks, Notice, PageHeader, posted, Textarea } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const { slug, name } = await findTenant(ctx, params.slug ?? '')
  return { slug, name }
})

export const action = formAction(async (context, { reason = '', confirmed }, { params }) => {
  assertRole(context, 'operator')
  const slug = params.slug ?? ''
  if (confirmed !== 'yes') throw new Invalid({ confirmed: ['console.confirm-needed'] })
  await suspendTenant(context.ctx, slug, reason)
  return redirectWithFlash(`/tinh/${slug}`, 'console:flash.suspended')
})

export default function SuspendPage() {
  const { slug, name } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  const { error, ...box } = posted(reply, 'confirmed')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('suspend.title', { name })}
        breadcrumbs={[
          { href: '/', label: t('nav.provinces') },
          { href: `/tinh/${slug}`, label: name },
        ]}
      />
      <Notice tone="warning">{t('suspend.effect')}</Notice>
      <form method="post">
        <Textarea
          label={t('suspend.reason')}
          hint={t('suspend.reasonHint')}
          rows={3}
          maxLength={500}
          required
          {...posted(reply, 'reason')}
        />
        <Checkbox name={box.name} value="yes" label={t('suspend.confirm', { name })} error={error} required />
        <div className="actions">
          <Button tone="danger">{t('suspend.do')}</Button>
          <ButtonLink href={`/tinh/${slug}`}>{t('cancel')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
