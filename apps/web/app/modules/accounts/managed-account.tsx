import { useActionData, useLoaderData } from '@remix-run/react'
import { readAccount } from '@sotay/domain/accounts'
import type { FormReply } from '@sotay/ui'
import { DataTable, DateTime, EmptyState, ErrorSummary, errorLinks, Notice, PageHeader, SummaryList } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { titleOf } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { accountAct, actOn, actsFor } from './account-acts.server'
import { accountFacts } from './account-facts'
import { ActForm } from './act-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const account = await readAccount(ctx, { accountId: params.accountId ?? '' })
  const named = new Map<string, string>(ctx.config.roles.map(({ key, name }) => [key, name]))
  const roles = account.roles.map((held) => ({ ...held, name: named.get(held.role) ?? held.role }))
  return { account, roles, acts: actsFor(account), title: titleOf(ctx, account.name) }
})

export const action = tenantAction(accountAct, async (ctx, chosen, { params }) => {
  await actOn(ctx, params.accountId ?? '', chosen)
  return redirectWithFlash(
    `/quan-tri/tai-khoan/danh-sach/${params.accountId}`,
    `accounts:flash.act-${chosen.act === 'change' ? 'restrict' : chosen.act}`,
  )
})

export const meta = titleMeta

/** One account: what is known of it, the roles it carries, and what the officer may do about it. */
export default function ManagedAccountPage() {
  const { account, roles, acts } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={account.name}
        breadcrumbs={[{ href: '/quan-tri/tai-khoan/danh-sach', label: t('list.title') }]}
      />
      <div className="stack">
        <SummaryList items={accountFacts(account, t)} />
        {roles.length === 0 ? (
          <EmptyState title={t('manage.noRoles')} />
        ) : (
          <DataTable
            caption={t('manage.roles')}
            rows={roles}
            rowKey={(row) => row.id}
            columns={[
              { key: 'role', header: t('manage.role'), cell: (row) => row.name },
              { key: 'unit', header: t('manage.unit'), cell: (row) => row.unitName },
              {
                key: 'until',
                header: t('manage.until'),
                cell: (row) => (row.until ? <DateTime at={row.until} show="date" /> : t('own.untilOpen')),
              },
            ]}
          />
        )}
        {account.own ? <Notice>{t('manage.own')}</Notice> : null}
        {acts.length > 0 ? <ActForm acts={acts} reply={reply} /> : null}
      </div>
    </>
  )
}
