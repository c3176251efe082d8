import { useLoaderData } from '@remix-run/react'
import { listGroups } from '@sotay/domain/authority'
import { listGroupsInput } from '@sotay/domain/authority/inputs'
import { ButtonLink, DataTable, EmptyState, PageHeader, Pagination } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { SearchForm } from './search-form'
import { Sections } from './sections'
import { useText } from './texts'
import { asked, manages, roleNames } from './words.server'

export const loader = tenantLoader(async (ctx, { url }) => {
  const filter = listGroupsInput.parse({ search: asked(url, 'tim'), after: url.searchParams.get('sau') || undefined })
  const { groups, next } = await listGroups(ctx, filter)
  const query = new URLSearchParams(url.search)
  if (next) query.set('sau', next)
  return {
    groups,
    further: next && `?${query}`,
    search: filter.search,
    names: roleNames(ctx),
    manages: manages(ctx),
    title: pageTitle(ctx, 'authority:groups.title'),
  }
})

export const meta = titleMeta

/** User groups with their roles and how many are in each. */
export default function GroupsPage() {
  const { groups, further, search, names, manages } = useLoaderData<typeof loader>()
  const t = useText()
  const open = (
    <ButtonLink href="/quan-tri/nhom/moi" tone="primary">
      {t('groups.new')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('groups.title')} lead={t('groups.lead')} actions={open} />
      <Sections current="groups" manages={manages} />
      <SearchForm fields={[{ name: 'tim', label: t('groups.search'), value: search }]} />
      {groups.length === 0 ? (
        <EmptyState icon="meetings" title={t(search ? 'groups.noneFound' : 'groups.empty')}>
          {t('groups.emptyMore')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('groups.caption')}
          rows={groups}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('groups.name'),
              cell: (row) => <a href={`/quan-tri/nhom/${row.id}`}>{row.name}</a>,
            },
            { key: 'unit', header: t('grants.unit'), cell: (row) => row.unitName },
            {
              key: 'roles',
              header: t('groups.roles'),
              cell: (row) => row.roles.map((role) => names[role] ?? role).join(', '),
            },
            { key: 'members', header: t('groups.members'), cell: (row) => row.members, numeric: true },
          ]}
        />
      )}
      <Pagination next={further} />
    </>
  )
}
