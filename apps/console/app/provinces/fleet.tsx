import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { listTenants, provinceLine } from '@sotay/operations'
import { type Column, DataTable, EmptyState, PageHeader, Quantity } from '@sotay/ui'
import { operatorLoader } from '../server/operator-loader'
import { MigrationState } from './migration-state'
import { ProvinceStatus } from './province-status'

export const loader = operatorLoader('viewer', async (ctx) => {
  const newest = provinceLine.migrations.at(-1)?.name
  const provinces = await listTenants(ctx)
  return provinces.map(({ migration, ...province }) => ({ ...province, current: migration === newest }))
})

type Row = Awaited<ReturnType<typeof loader>>[number]

export default function FleetPage() {
  const rows = useLoaderData<typeof loader>()
  const t = useText('console')
  const size = (value: number | null) => (value === null ? t('unknown') : <Quantity value={value} />)
  const columns: Column<Row>[] = [
    { key: 'name', header: t('fleet.name'), cell: (row) => <ProvinceLink {...row} /> },
    { key: 'status', header: t('fleet.status'), cell: (row) => <ProvinceStatus status={row.status} /> },
    { key: 'revision', header: t('fleet.revision'), numeric: true, cell: (row) => row.configRevision },
    { key: 'migration', header: t('fleet.migration'), cell: (row) => <MigrationState current={row.current} /> },
    { key: 'placement', header: t('fleet.placement'), cell: (row) => row.placement },
    { key: 'members', header: t('fleet.members'), numeric: true, cell: (row) => size(row.members) },
    { key: 'units', header: t('fleet.units'), numeric: true, cell: (row) => size(row.units) },
  ]
  return (
    <>
      <PageHeader title={t('fleet.title')} lead={t('fleet.lead')} />
      {rows.length > 0 ? (
        <DataTable
          caption={t('fleet.caption')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.slug}
          count={rows.length}
        />
      ) : (
        <EmptyState icon="organisation" title={t('fleet.empty')}>
          {t('fleet.emptyHint')} <code>npm run sotay -- tenant create</code>
        </EmptyState>
      )}
    </>
  )
}

/** A half-made province has nothing behind its name yet. */
const ProvinceLink = ({ slug, name, status, domains }: Row) => (
  <>
    {status === 'provisioning' ? name : <a href={`/tinh/${slug}`}>{name}</a>}
    {domains.map((domain) => (
      <div key={domain} className="hint">
        {domain}
      </div>
    ))}
  </>
)
