import { useActionData, useLoaderData } from '@remix-run/react'
import { changeGrant, endGrants, readGrant } from '@sotay/domain/authority'
import { changeGrantInput } from '@sotay/domain/authority/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, Card, ErrorSummary, errorLinks, Notice, PageHeader, posted, SummaryList, TextInput } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { DecisionText } from './decision-text'
import { GrantTable, StateTag } from './grant-table'
import { PeriodText } from './period-text'
import { useText } from './texts'
import { roleNames } from './words.server'

export const loader = tenantLoader(async (ctx, { params }) => {
  const read = await readGrant(ctx, { grantId: params.grantId ?? '' })
  return { ...read, names: roleNames(ctx), title: pageTitle(ctx, 'authority:grant.title', { name: read.grant.name }) }
})

const act = z.discriminatedUnion('act', [
  changeGrantInput.pick({ validUntil: true }).extend({ act: z.literal('change') }),
  z.object({ act: z.literal('end') }),
])

export const action = tenantAction(act, async (ctx, chosen, { params }) => {
  const grantId = params.grantId ?? ''
  if (chosen.act === 'end') {
    await endGrants(ctx, { grantIds: [grantId] })
    return redirectWithFlash(`/quan-tri/phan-quyen/${grantId}`, 'authority:flash.ended', { count: 1 })
  }
  const { proposed } = await changeGrant(ctx, { grantId, validUntil: chosen.validUntil })
  const said = proposed ? 'proposed' : 'changed'
  return redirectWithFlash(`/quan-tri/phan-quyen/${grantId}`, `authority:flash.${said}`)
})

export const meta = titleMeta

/** One role of one person: its days, what may be done with it, and what else they hold and held. */
export default function GrantPage() {
  const { grant, changeable, others, names } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const facts = [
    { label: t('grants.name'), value: <a href={`/quan-tri/ai-lam-gi?nguoi=${grant.memberId}`}>{grant.name}</a> },
    { label: t('grant.card'), value: grant.cardNumber },
    { label: t('grants.role'), value: names[grant.role] ?? grant.role },
    { label: t('grants.unit'), value: <a href={`/quan-tri/ai-lam-gi?don-vi=${grant.unitId}`}>{grant.unitName}</a> },
    { label: t('grants.days'), value: <PeriodText from={grant.validFrom} until={grant.validUntil} /> },
    { label: t('grants.source'), value: t(`sources.${grant.source}`) },
    {
      label: t('decision.short'),
      value: <DecisionText decided={grant} scan={`/quan-tri/phan-quyen/quyet-dinh/${grant.id}`} />,
    },
    { label: t('grants.state'), value: <StateTag state={grant.state} /> },
  ]
  const bound = grant.source === 'seat' || grant.source === 'group'
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('grant.title', { name: grant.name })}
        breadcrumbs={[{ href: '/quan-tri/phan-quyen', label: t('grants.title') }]}
      />
      <div className="stack">
        <SummaryList items={facts} />
        {bound ? <Notice>{t(`grant.bound.${grant.source}`)}</Notice> : null}
        {changeable ? (
          <>
            <Card title={t('grant.changeTitle')}>
              <form method="post" noValidate>
                <TextInput
                  {...posted(reply, 'validUntil', grant.validUntil ?? undefined)}
                  type="date"
                  label={t('period.until')}
                  hint={t('grant.changeHint')}
                  width={12}
                  optional
                />
                <Button name="act" value="change">
                  {t('grant.change')}
                </Button>
              </form>
            </Card>
            <Card title={t('grant.endTitle')}>
              <form method="post">
                <p>{t('grant.endWhat')}</p>
                <Button tone="danger" name="act" value="end">
                  {t('grant.end')}
                </Button>
              </form>
            </Card>
          </>
        ) : null}
        {others.length > 0 ? <GrantTable caption={t('grant.others')} grants={others} names={names} /> : null}
      </div>
    </>
  )
}
