import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { NotFound } from '@sotay/kernel'
import { type DemoMessage, listDemoMessages } from '@sotay/operations/operators'
import { type Column, DataTable, DateTime, EmptyState, PageHeader } from '@sotay/ui'
import '../server/load-context'
import { pageAnswer } from '../server/refusals'

/** Open without a sign-in: a newcomer on the machine itself looks here for the code that was “sent” to a phone. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.demo) throw pageAnswer(new NotFound(), context.locale)
  return listDemoMessages(context.ctx)
}

export default function MessagesPage() {
  const rows = useLoaderData<typeof loader>()
  const t = useText('console')
  const columns: Column<DemoMessage>[] = [
    { key: 'to', header: t('messages.to'), cell: (row) => row.to },
    { key: 'code', header: t('messages.code'), cell: (row) => (row.code ? <strong>{row.code}</strong> : '') },
    { key: 'text', header: t('messages.text'), cell: (row) => <span lang="vi">{row.text}</span> },
    { key: 'tenant', header: t('messages.tenant'), cell: (row) => row.tenant },
    { key: 'at', header: t('messages.at'), cell: (row) => <DateTime at={row.at} show="day-time" /> },
  ]
  return (
    <>
      <PageHeader title={t('messages.title')} lead={t('messages.lead')} />
      {rows.length > 0 ? (
        <DataTable
          caption={t('messages.caption')}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.tenant} ${row.to} ${row.at} ${row.text}`}
          count={rows.length}
        />
      ) : (
        <EmptyState icon="messages" title={t('messages.empty')}>
          {t('messages.emptyHint')}
        </EmptyState>
      )}
    </>
  )
}
