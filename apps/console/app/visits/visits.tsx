import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { endTenantVisit, listTenantVisits, openTenantVisit } from '@sotay/operations'
import { ButtonLink, DateTime, ErrorSummary, errorLinks, Notice, PageHeader } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'
import { VisitForm } from './visit-form'
import { VisitTable } from './visit-table'

export const loader = operatorLoader('operator', (ctx, { params }) => listTenantVisits(ctx, params.slug ?? ''))

export const action = formAction(async (context, values, { params }) => {
  assertRole(context, 'operator')
  const slug = params.slug ?? ''
  if (values.end) {
    await endTenantVisit(context.ctx, slug, values.end)
    return redirectWithFlash(`/tinh/${slug}/ho-tro`, 'console:flash.visit-ended')
  }
  const { reason = '', ticket = '', minutes = '', role = '' } = values
  const { code } = await openTenantVisit(context.ctx, slug, { reason, ticket, minutes, role })
  return { code }
})

export default function VisitsPage() {
  const tenant = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('console')
  const code = answer && 'code' in answer ? answer.code : undefined
  const reply = answer && 'values' in answer ? answer : undefined
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('visits.title', { name: tenant.name })}
        lead={t('visits.lead')}
        breadcrumbs={[
          { href: '/', label: t('nav.provinces') },
          { href: `/tinh/${tenant.slug}`, label: tenant.name },
        ]}
      />
      {code ? (
        <Notice tone="success" title={t('visits.opened')}>
          <p>{t('visits.openedHint')}</p>
          <p>
            <code className="break-all">{code}</code>
          </p>
          <ButtonLink tone="primary" href={`${tenant.door}#${code}`} target="_blank" rel="noreferrer">
            {t('visits.enter')}
          </ButtonLink>
        </Notice>
      ) : (
        <>
          {tenant.writing ? (
            <Notice tone="warning">
              {t('visits.writing')} <DateTime at={tenant.writing.until} show="day-time" />.
            </Notice>
          ) : (
            <Notice>{t('visits.reading')}</Notice>
          )}
          <VisitForm roles={tenant.roles} most={tenant.mostMinutes} reply={reply} />
        </>
      )}
      {tenant.visits.length > 0 ? <VisitTable visits={tenant.visits} /> : null}
    </>
  )
}
