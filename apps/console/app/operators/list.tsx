import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { listOperators, type OperatorSummary } from '@sotay/operations'
import { ButtonLink, type Column, DataTable, DateTime, PageHeader, StatusTag } from '@sotay/ui'
import { operatorLoader } from '../server/operator-loader'

export const loader = operatorLoader('owner', (ctx) => listOperators(ctx))

export default function OperatorsPage() {
  const rows = useLoaderData<typeof loader>()
  const t = useText('console')
  const columns: Column<OperatorSummary>[] = [
    { key: 'name', header: t('operators.name'), cell: (row) => <a href={`/nguoi-van-hanh/${row.id}`}>{row.name}</a> },
    { key: 'email', header: t('operators.email'), cell: (row) => row.email },
    { key: 'role', header: t('operators.role'), cell: (row) => t(`roles.${row.role}`) },
    { key: 'since', header: t('operators.since'), cell: (row) => <DateTime at={row.createdAt} show="day" /> },
    { key: 'state', header: t('operators.state'), cell: (row) => <OperatorState disabledAt={row.disabledAt} /> },
  ]
  return (
    <>
      <PageHeader
        title={t('operators.title')}
        lead={t('operators.lead')}
        actions={<ButtonLink href="/nguoi-van-hanh/moi">{t('operators.invite')}</ButtonLink>}
      />
      <DataTable
        caption={t('operators.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        count={rows.length}
      />
    </>
  )
}

export function OperatorState({ disabledAt }: Pick<OperatorSummary, 'disabledAt'>) {
  const t = useText('console')
  return (
    <StatusTag
      status={disabledAt ? 'withdrawn' : 'done'}
      words={t(disabledAt ? 'operators.disabled' : 'operators.active')}
    />
  )
}
