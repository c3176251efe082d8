import { useLoaderData } from '@remix-run/react'
import { list__Noun__s } from '@sotay/domain/__key__'
import { useText } from '@sotay/i18n'
import { EmptyState, List, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'

export const loader = tenantLoader(async (ctx, { url }) => ({
  rows: await list__Noun__s(ctx, { after: url.searchParams.get('sau') }),
  title: pageTitle(ctx, '__key__:title'),
}))

export const meta = titleMeta

export default function __Noun__ListPage() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useText('__key__')
  return (
    <>
      <PageHeader title={t('title')} />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <List>
          {rows.map((row) => (
            <li key={row.id}>{row.title}</li>
          ))}
        </List>
      )}
    </>
  )
}
