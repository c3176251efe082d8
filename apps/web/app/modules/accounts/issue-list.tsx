import { useLoaderData } from '@remix-run/react'
import { listIssuable } from '@sotay/domain/accounts'
import { ISSUE_BATCH, issuePageInput } from '@sotay/domain/accounts/inputs'
import { Button, PageHeader, Pagination, Tabs, TextInput } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { IssuableTable } from './issuable-table'
import { filterOf, listAddress } from './list-address'
import { useText } from './texts'

const PATH = '/quan-tri/tai-khoan/cap'

export const loader = tenantLoader(async (ctx, { url }) => {
  const filters = { tim: filterOf(url, 'tim') ?? '', noi: filterOf(url, 'noi') ?? '', xem: filterOf(url, 'xem') ?? '' }
  const { show, ...wanted } = issuePageInput.parse({
    search: filters.tim,
    unit: filters.noi,
    show: filters.xem === 'chua-dung' ? 'unused' : 'without',
    after: filterOf(url, 'sau'),
  })
  const { people, next, total } = await listIssuable(ctx, { ...wanted, show })
  const further = next && listAddress(PATH, { ...filters, sau: next })
  return { people, total, show, filters, further, most: ISSUE_BATCH, title: pageTitle(ctx, 'accounts:issue.title') }
})

export const meta = titleMeta

/** Who has no account yet, or has a letter that was never used: chosen here, checked on the next page. */
export default function IssueListPage() {
  const { people, total, show, filters, further, most } = useLoaderData<typeof loader>()
  const t = useText()
  const tabs = [
    { href: PATH, label: t('issue.without'), current: show === 'without' },
    { href: `${PATH}?xem=chua-dung`, label: t('issue.unused'), current: show === 'unused' },
  ]
  return (
    <>
      <PageHeader
        title={t('issue.title')}
        lead={t('issue.lead', { most })}
        breadcrumbs={[{ href: '/quan-tri/tai-khoan/danh-sach', label: t('list.title') }]}
      />
      <Tabs label={t('issue.tabs')} items={tabs} />
      <form method="get" className="filters">
        {filters.xem ? <input type="hidden" name="xem" value={filters.xem} /> : null}
        <TextInput name="tim" type="search" label={t('list.search')} defaultValue={filters.tim} width={20} />
        <TextInput name="noi" type="search" label={t('list.unit')} defaultValue={filters.noi} width={20} />
        <Button tone="secondary">{t('issue.find')}</Button>
      </form>
      <IssuableTable people={people} total={total} unused={show === 'unused'} />
      <Pagination next={further} />
    </>
  )
}
