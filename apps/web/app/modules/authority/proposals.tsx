import { useActionData, useLoaderData } from '@remix-run/react'
import {
  confirmProposal,
  listProposals,
  type ProposalLine,
  refuseProposal,
  withdrawProposal,
} from '@sotay/domain/authority'
import { proposalInput } from '@sotay/domain/authority/inputs'
import type { FormReply, Status } from '@sotay/ui'
import { Button, DataTable, DateTime, EmptyState, ErrorSummary, errorLinks, PageHeader, StatusTag } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { PeriodText } from './period-text'
import { Sections } from './sections'
import { useText } from './texts'
import { roleNames } from './words.server'

export const loader = tenantLoader(async (ctx) => ({
  proposals: await listProposals(ctx),
  names: roleNames(ctx),
  title: pageTitle(ctx, 'authority:proposals.title'),
}))

const verbs = { confirm: confirmProposal, refuse: refuseProposal, withdraw: withdrawProposal }
const act = proposalInput.extend({ act: z.enum(['confirm', 'refuse', 'withdraw']) })

export const action = tenantAction(act, async (ctx, { act: chosen, proposalId }) => {
  await verbs[chosen](ctx, { proposalId })
  return redirectWithFlash('/quan-tri/phan-quyen/de-nghi', `authority:flash.${chosen}`)
})

export const meta = titleMeta

const statuses: Record<ProposalLine['status'], Status> = {
  awaiting: 'pending',
  confirmed: 'done',
  refused: 'returned',
  withdrawn: 'withdrawn',
}

/** Roles that need a second officer: what waits, and what was decided. */
export default function ProposalsPage() {
  const { proposals, names } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('proposals.title')} lead={t('proposals.lead')} />
      <Sections current="proposals" manages />
      {proposals.length === 0 ? (
        <EmptyState icon="tasks" title={t('proposals.empty')}>
          {t('proposals.emptyMore')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('proposals.caption')}
          rows={proposals}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', header: t('grants.name'), cell: (row) => row.name },
            { key: 'role', header: t('grants.role'), cell: (row) => names[row.role] ?? row.role },
            { key: 'unit', header: t('grants.unit'), cell: (row) => row.unitName },
            {
              key: 'days',
              header: t('grants.days'),
              cell: (row) => <PeriodText from={row.validFrom} until={row.validUntil} />,
            },
            {
              key: 'by',
              header: t('proposals.by'),
              cell: (row) => (
                <>
                  {row.proposerName}, <DateTime at={row.proposedAt} show="day-time" />
                </>
              ),
            },
            {
              key: 'state',
              header: t('grants.state'),
              cell: (row) => (
                <>
                  <StatusTag status={statuses[row.status]} words={t(`proposals.states.${row.status}`)} />
                  {row.deciderName && row.status !== 'withdrawn' ? ` ${row.deciderName}` : null}
                </>
              ),
            },
          ]}
          actions={(row) => <Decide proposal={row} />}
        />
      )}
    </>
  )
}

function Decide({
  proposal: { id, name, status, mine },
}: {
  proposal: Pick<ProposalLine, 'id' | 'name' | 'status' | 'mine'>
}) {
  const t = useText()
  if (status !== 'awaiting') return null
  if (mine === 'none') return <>{t('proposals.aboutYou')}</>
  const choices = mine === 'withdraw' ? (['withdraw'] as const) : (['confirm', 'refuse'] as const)
  return (
    <form method="post" className="actions">
      <input type="hidden" name="proposalId" value={id} />
      {choices.map((choice) => (
        <Button
          key={choice}
          name="act"
          value={choice}
          tone={choice === 'confirm' ? 'primary' : 'secondary'}
          aria-label={t(`proposals.of.${choice}`, { name })}
        >
          {t(`proposals.do.${choice}`)}
        </Button>
      ))}
    </form>
  )
}
