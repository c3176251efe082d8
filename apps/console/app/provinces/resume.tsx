import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { findTenant, resumeTenant } from '@sotay/operations'
import { Button, ButtonLink, ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const { slug, name, statusReason } = await findTenant(ctx, params.slug ?? '')
  return { slug, name, statusReason }
})

export const action = formAction(async (context, _, { params }) => {
  assertRole(context, 'operator')
  const slug = params.slug ?? ''
  await resumeTenant(context.ctx, slug)
  return redirectWithFlash(`/tinh/${slug}`, 'console:flash.resumed')
})

export default function ResumePage() {
  const { slug, name, statusReason } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('resume.title', { name })}
        lead={t('resume.lead')}
        breadcrumbs={[
          { href: '/', label: t('nav.provinces') },
          { href: `/tinh/${slug}`, label: name },
        ]}
      />
      <SummaryList items={[{ label: t('resume.was'), value: statusReason ?? t('none') }]} />
      <form method="post">
        <div className="actions">
          <Button>{t('resume.do')}</Button>
          <ButtonLink href={`/tinh/${slug}`}>{t('cancel')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
