import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type Delegated,
  delegableOffices,
  delegateApproval,
  endDelegation,
  listDelegations,
  memberChoices,
} from '@sotay/domain/authority'
import { delegateApprovalInput, delegationInput } from '@sotay/domain/authority/inputs'
import { todayOf } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  errorLinks,
  PageHeader,
  posted,
  Select,
  TextInput,
} from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { StateTag } from './grant-table'
import { PeriodFields } from './period-fields'
import { PeriodText } from './period-text'
import { PersonChoice } from './person-choice'
import { SearchForm } from './search-form'
import { Sections } from './sections'
import { useText } from './texts'
import { asked, manages } from './words.server'

export const loader = tenantLoader(async (ctx, { url }) => {
  const delegations = await listDelegations(ctx)
  const offices = delegableOffices(ctx)
  const search = asked(url, 'tim')
  return {
    delegations,
    offices: offices.map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
    search,
    people: offices.length > 0 ? await memberChoices(ctx, { search }) : [],
    today: todayOf(ctx),
    manages: manages(ctx),
    title: pageTitle(ctx, 'authority:delegations.title'),
  }
})

const act = z.discriminatedUnion('act', [
  delegateApprovalInput.extend({ act: z.literal('delegate') }),
  delegationInput.extend({ act: z.literal('end') }),
])

export const action = tenantAction(act, async (ctx, chosen) => {
  if (chosen.act === 'delegate') await delegateApproval(ctx, chosen)
  else await endDelegation(ctx, chosen)
  return redirectWithFlash(
    '/quan-tri/uy-quyen',
    `authority:flash.${chosen.act === 'delegate' ? 'delegated' : 'taken-back'}`,
  )
})

export const meta = titleMeta

const states = { current: 'current', planned: 'planned', over: 'ended' } as const

/** Who approves accounts in a secretary's stead, and until when. */
export default function DelegationsPage() {
  const { delegations, manages, ...form } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('delegations.title')} lead={t('delegations.lead')} />
      <Sections current="delegations" manages={manages} />
      <div className="stack">
        {delegations.length === 0 ? (
          <EmptyState icon="account" title={t('delegations.empty')}>
            {t('delegations.emptyMore')}
          </EmptyState>
        ) : (
          <DataTable
            caption={t('delegations.caption')}
            rows={delegations}
            rowKey={(row) => row.id}
            columns={[
              { key: 'to', header: t('delegations.to'), cell: (row) => row.toName },
              { key: 'from', header: t('delegations.from'), cell: (row) => row.fromName },
              { key: 'unit', header: t('grants.unit'), cell: (row) => row.unitName },
              {
                key: 'days',
                header: t('grants.days'),
                cell: (row) => <PeriodText from={row.validFrom} until={row.validUntil} />,
              },
              { key: 'reason', header: t('delegations.reason'), cell: (row) => row.reason },
              { key: 'state', header: t('grants.state'), cell: (row) => <StateTag state={states[row.state]} /> },
            ]}
            actions={(row) => <TakeBack delegation={row} />}
          />
        )}
        {form.offices.length > 0 ? <DelegateForm {...form} reply={reply} /> : null}
      </div>
    </>
  )
}

function TakeBack({ delegation: { id, toName, endable } }: { delegation: Delegated }) {
  const t = useText()
  if (!endable) return null
  return (
    <form method="post">
      <input type="hidden" name="delegationId" value={id} />
      <Button tone="quiet" name="act" value="end" aria-label={t('delegations.endOf', { name: toName })}>
        {t('delegations.end')}
      </Button>
    </form>
  )
}

interface DelegateFormProps {
  offices: { value: string; label: string }[]
  people: Parameters<typeof PersonChoice>[0]['people']
  search: string
  today: string
  reply: FormReply | undefined
}

function DelegateForm({ offices, people, search, today, reply }: DelegateFormProps) {
  const t = useText()
  return (
    <Card title={t('delegations.new')}>
      <p>{t('delegations.newWhat')}</p>
      <SearchForm fields={[{ name: 'tim', label: t('person.search'), hint: t('person.searchHint'), value: search }]} />
      <form method="post" noValidate>
        <Select {...posted(reply, 'unitId', offices[0]?.value)} label={t('delegations.office')} options={offices} />
        <PersonChoice
          label={t('delegations.person')}
          people={people}
          search={search}
          error={reply?.errors.memberId}
          defaultValue={reply?.values.memberId}
        />
        <PeriodFields reply={reply} today={today} lastNeeded />
        <TextInput {...posted(reply, 'reason')} label={t('delegations.reason')} width={20} optional />
        <Button name="act" value="delegate">
          {t('delegations.do')}
        </Button>
      </form>
    </Card>
  )
}
