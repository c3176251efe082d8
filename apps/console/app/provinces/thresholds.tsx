import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { changeThresholds, readThresholds, type Thresholds } from '@sotay/operations'
import { Button, ButtonLink, ErrorSummary, errorLinks, NumericInput, PageHeader, posted } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'

export const loader = operatorLoader('operator', (ctx) => readThresholds(ctx))

export const action = formAction(async (context, values) => {
  assertRole(context, 'operator')
  await changeThresholds(context.ctx, values)
  return redirectWithFlash('/', 'console:flash.thresholds')
})

export default function ThresholdsPage() {
  const thresholds = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('thresholds.title')}
        lead={t('thresholds.lead')}
        breadcrumbs={[{ href: '/', label: t('nav.provinces') }]}
      />
      <form method="post">
        {(Object.keys(thresholds) as (keyof Thresholds)[]).map((key) => (
          <NumericInput
            key={key}
            label={t(`thresholds.${key}`)}
            required
            {...posted(reply, key, String(thresholds[key]))}
          />
        ))}
        <div className="actions">
          <Button>{t('thresholds.do')}</Button>
          <ButtonLink href="/">{t('cancel')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
