import { useActionData, useLoaderData } from '@remix-run/react'
import { endVisit, grantWriting, listVisits, withdrawWriting } from '@sotay/domain/support'
import { grantHours, grantWritingInput, visitInput } from '@sotay/domain/support/inputs'
import {
  Button,
  Card,
  DateTime,
  EmptyState,
  ErrorSummary,
  errorLinks,
  type FormReply,
  PageHeader,
  posted,
  RadioGroup,
} from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'
import { VisitTable } from './visit-table'

export const loader = tenantLoader(async (ctx) => {
  const { visits, writing } = await listVisits(ctx)
  const nameOf = (role: string) => ctx.config.roles.find(({ key }) => key === role)?.name ?? role
  const rows = visits.map((visit) => ({ ...visit, role: nameOf(visit.role) }))
  return { visits: rows, writing, held: [...ctx.config.held], title: pageTitle(ctx, 'support:visits.title') }
})

const act = z.discriminatedUnion('act', [
  grantWritingInput.extend({ act: z.literal('grant') }),
  z.object({ act: z.literal('withdraw') }),
  visitInput.extend({ act: z.literal('end') }),
])

export const action = tenantAction(act, async (ctx, chosen) => {
  if (chosen.act === 'grant') await grantWriting(ctx, chosen)
  else if (chosen.act === 'withdraw') await withdrawWriting(ctx)
  else await endVisit(ctx, chosen)
  const said = { grant: 'granted', withdraw: 'withdrawn', end: 'ended' }[chosen.act]
  return redirectWithFlash('/quan-tri/ho-tro', `support:flash.${said}`)
})

export const meta = titleMeta

/** Who of the vendor looks or looked at the province, and whether they may write. */
export default function VisitsPage() {
  const { visits, writing, held } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('visits.title')} lead={t('visits.lead')} />
      <Card title={t('writing.title')}>
        {writing ? (
          <p>
            {t('writing.open', { by: writing.by })} <DateTime at={writing.until} show="day-time" />.
          </p>
        ) : (
          <p>{t('writing.closed')}</p>
        )}
        <p className="hint">{t('writing.never')}</p>
        <form method="post">
          {writing ? (
            <Button tone="danger" name="act" value="withdraw">
              {t('writing.withdraw')}
            </Button>
          ) : (
            <>
              <RadioGroup
                label={t('writing.hours')}
                options={grantHours.map((value) => ({ value, label: t(`writing.hoursOf.${value}`) }))}
                {...posted(reply, 'hours', '1')}
              />
              <Button name="act" value="grant">
                {t('writing.grant')}
              </Button>
            </>
          )}
        </form>
      </Card>
      {held.length > 0 ? (
        <Card title={t('held.title')}>
          <p>{t('held.lead')}</p>
          <p>{held.map((module) => t(`modules.${module}`)).join('; ')}</p>
        </Card>
      ) : null}
      {visits.length > 0 ? (
        <VisitTable visits={visits} />
      ) : (
        <EmptyState icon="help" title={t('visits.none')}>
          {t('visits.noneHint')}
        </EmptyState>
      )}
    </>
  )
}
