import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { alertsOf, readDisk, readFleet, readThresholds } from '@sotay/operations'
import { operatorMay } from '@sotay/operations/operators'
import { ButtonLink, type Column, DataTable, DateTime, EmptyState, PageHeader } from '@sotay/ui'
import { operatorLoader } from '../server/operator-loader'
import { AlertList } from './alert-list'
import { Measure } from './measure'
import { MigrationState } from './migration-state'
import { ProvinceStatus } from './province-status'

export const loader = operatorLoader('viewer', async (ctx, { operator }) => {
  const [{ at, provinces }, thresholds, disk] = await Promise.all([readFleet(ctx), readThresholds(ctx), readDisk(ctx)])
  return {
    at,
    provinces,
    disk,
    alerts: alertsOf({ at, provinces }, thresholds, disk),
    mayAct: operatorMay(operator.role, 'operator'),
  }
})

type Row = Awaited<ReturnType<typeof loader>>['provinces'][number]

export default function FleetPage() {
  const { at, provinces, alerts, disk, mayAct } = useLoaderData<typeof loader>()
  const t = useText('console')
  const columns: Column<Row>[] = [
    { key: 'name', header: t('fleet.name'), cell: (row) => <ProvinceLink {...row} /> },
    {
      key: 'status',
      header: t('fleet.status'),
      cell: (row) => (
        <>
          <ProvinceStatus status={row.status} /> <MigrationState current={row.current} />
        </>
      ),
    },
    { key: 'members', header: t('fleet.members'), numeric: true, cell: (row) => <Measure value={row.members} /> },
    { key: 'active', header: t('fleet.active'), numeric: true, cell: (row) => <Measure value={row.activeToday} /> },
    { key: 'queue', header: t('fleet.queue'), numeric: true, cell: (row) => <Measure value={waiting(row)} /> },
    {
      key: 'errors',
      header: t('fleet.errors'),
      numeric: true,
      cell: (row) => <Measure value={row.failures + (row.failedJobs ?? 0)} />,
    },
    { key: 'storage', header: t('fleet.storage'), numeric: true, cell: (row) => <Measure bytes={stored(row)} /> },
    {
      key: 'backup',
      header: t('fleet.backup'),
      cell: (row) => (row.lastBackup ? <DateTime at={row.lastBackup} show="day-time" /> : t('fleet.noBackup')),
    },
    { key: 'slow', header: t('fleet.slow'), numeric: true, cell: (row) => <Measure value={row.slowQueries} /> },
  ]
  return (
    <>
      <PageHeader
        title={t('fleet.title')}
        lead={t('fleet.lead')}
        actions={
          mayAct ? (
            <>
              <ButtonLink href="/tinh-moi">{t('onboarding.open')}</ButtonLink>
              <ButtonLink href="/nguong">{t('thresholds.open')}</ButtonLink>
            </>
          ) : undefined
        }
      />
      <AlertList alerts={alerts} />
      {provinces.length > 0 ? (
        <DataTable
          caption={t('fleet.caption')}
          columns={columns}
          rows={provinces}
          rowKey={(row) => row.slug}
          count={provinces.length}
        />
      ) : (
        <EmptyState icon="organisation" title={t('fleet.empty')}>
          {t('fleet.emptyHint')} <code>npm run sotay -- tenant create</code>
        </EmptyState>
      )}
      <p className="hint">
        {t('fleet.at')} <DateTime at={at} show="day-time" />. {t('fleet.disk')}{' '}
        {disk === null ? t('unmeasured') : `${disk} %`}
      </p>
    </>
  )
}

const waiting = ({ queue, outbox }: Row) => (queue === null && outbox === null ? null : (queue ?? 0) + (outbox ?? 0))
const stored = ({ databaseBytes, fileBytes }: Row) => (databaseBytes === null ? null : databaseBytes + (fileBytes ?? 0))

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
