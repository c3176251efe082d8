import { useLoaderData } from '@remix-run/react'
import { capReachedToday, listAccounts } from '@sotay/domain/accounts'
import { accountListInput } from '@sotay/domain/accounts/inputs'
import { may } from '@sotay/kernel'
import { ButtonLink, FilterChips, Notice, PageHeader, Pagination } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { AccountFilters } from './account-filters'
import { AccountTable } from './account-table'
import { accountView } from './account-view.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const view = accountView(ctx, url)
  const manages = may(ctx, 'accounts.manage')
  const [{ accounts, next, total }, capReached] = await Promise.all([
    listAccounts(ctx, accountListInput.parse(view.filters)),
    manages && capReachedToday(ctx),
  ])
  const issues = ctx.config.accounts.registration === 'issued' && may(ctx, 'accounts.issue')
  const further = next && view.address({ sau: next })
  const title = pageTitle(ctx, 'accounts:list.title')
  return { accounts, total, further, ...view.shown, manages, capReached, issues, title }
})

export const meta = titleMeta

/** Every account the officer looks after, by state, unit and role. */
export default function AccountListPage() {
  const { accounts, total, further, filters, chips, states, roles, manages, capReached, issues } =
    useLoaderData<typeof loader>()
  const t = useText()
  const issue = issues ? <ButtonLink href="/quan-tri/tai-khoan/cap">{t('list.issue')}</ButtonLink> : undefined
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={issue} />
      {capReached ? (
        <Notice tone="warning" title={t('list.capTitle')}>
          {t('list.capWhat')}
        </Notice>
      ) : null}
      <AccountFilters filters={filters} states={states} roles={roles} />
      <FilterChips chips={chips} clearHref={chips.length > 1 ? '/quan-tri/tai-khoan/danh-sach' : undefined} />
      <AccountTable accounts={accounts} total={total} manages={manages} />
      <Pagination next={further} />
    </>
  )
}
