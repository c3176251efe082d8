import { useLoaderData } from '@remix-run/react'
import { listSharedNumbers } from '@sotay/domain/cards'
import { DataTable, EmptyState, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => ({
  holders: await listSharedNumbers(ctx),
  title: pageTitle(ctx, 'cards:shared.title'),
}))

export const meta = titleMeta

/** Who shares a card number with somebody, and cannot register until it is settled. */
export default function SharedNumbersPage() {
  const { holders } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <PageHeader
        title={t('shared.title')}
        lead={t('shared.lead')}
        breadcrumbs={[{ href: '/dang-vien/the', label: t('list.title') }]}
      />
      {holders.length === 0 ? (
        <EmptyState icon="members" title={t('shared.empty')} />
      ) : (
        <DataTable
          caption={t('shared.caption')}
          rows={holders}
          rowKey={(row) => row.memberId}
          columns={[
            { key: 'name', header: t('list.name'), cell: (row) => row.name },
            { key: 'card', header: t('list.card'), cell: (row) => row.cardNumber },
            { key: 'place', header: t('list.place'), cell: (row) => row.unitName },
          ]}
          actions={(row) => (
            <a
              href={`/dang-vien/the/moi?tim=${encodeURIComponent(row.cardNumber)}`}
              aria-label={t('shared.recordOf', { name: row.name })}
            >
              {t('shared.record')}
            </a>
          )}
        />
      )}
    </>
  )
}
