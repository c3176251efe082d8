import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { showTenant } from '@sotay/operations'
import { awaitsFirst } from '@sotay/operations/onboarding'
import { listOperations, operatorMay } from '@sotay/operations/operators'
import { ButtonLink, DateTime, Notice, PageHeader, SummaryList } from '@sotay/ui'
import { operatorLoader } from '../server/operator-loader'
import { FirstLetter } from './first-letter'
import { Measure } from './measure'
import { MigrationState } from './migration-state'
import { OperationTable } from './operation-table'
import { ProvinceStatus } from './province-status'
import { RevisionTable } from './revision-table'

export const loader = operatorLoader('viewer', async (ctx, { operator, params }) => {
  const slug = params.slug ?? ''
  const province = await showTenant(ctx, slug)
  return {
    province,
    address: `http://${slug}.localhost:${ctx.settings.port}/`,
    operations: await listOperations(ctx, { tenant: slug }),
    awaitsFirst: province.status !== 'provisioning' && (await awaitsFirst(ctx, slug)),
    mayAct: operatorMay(operator.role, 'operator') && province.status !== 'provisioning',
  }
})

export default function ProvincePage() {
  const { province, address, operations, mayAct, awaitsFirst } = useLoaderData<typeof loader>()
  const t = useText('console')
  const { slug, name, status } = province
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ href: '/', label: t('nav.provinces') }]}
        actions={
          <>
            <ButtonLink href={`/tinh/${slug}/kiem-tra`}>{t('doctor.open')}</ButtonLink>
            {mayAct ? <ButtonLink href={`/tinh/${slug}/ho-tro`}>{t('visits.open')}</ButtonLink> : null}
            {mayAct && status === 'active' ? (
              <ButtonLink href={`/tinh/${slug}/tam-dung`}>{t('suspend.open')}</ButtonLink>
            ) : null}
            {mayAct && status === 'suspended' ? (
              <ButtonLink href={`/tinh/${slug}/mo-lai`}>{t('resume.open')}</ButtonLink>
            ) : null}
          </>
        }
      />
      {status === 'suspended' ? (
        <Notice tone="warning" title={t('province.suspended')}>
          {province.statusReason}
        </Notice>
      ) : null}
      {mayAct && awaitsFirst ? <FirstLetter slug={slug} /> : null}
      <SummaryList
        items={[
          { label: t('fleet.status'), value: <ProvinceStatus status={status} /> },
          { label: t('province.address'), value: <a href={address}>{address}</a> },
          { label: t('fleet.domains'), value: province.domains.join(', ') || t('none') },
          { label: t('fleet.placement'), value: `${province.placement} · ${province.schema}` },
          { label: t('fleet.migration'), value: <MigrationState current={province.current} /> },
          { label: t('fleet.members'), value: <Measure value={province.members} /> },
          { label: t('fleet.units'), value: <Measure value={province.units} /> },
          { label: t('fleet.active'), value: <Measure value={province.activeToday} /> },
          { label: t('province.outbox'), value: <Measure value={province.outbox} /> },
          { label: t('province.queue'), value: <Measure value={province.queue} /> },
          { label: t('province.failedJobs'), value: <Measure value={province.failedJobs} /> },
          {
            label: t('province.failures'),
            value: t('province.failuresOf', { count: province.failures, all: province.answers }),
          },
          { label: t('province.databaseBytes'), value: <Measure bytes={province.databaseBytes} /> },
          { label: t('province.fileBytes'), value: <Measure bytes={province.fileBytes} /> },
          {
            label: t('fleet.backup'),
            value: province.lastBackup ? <DateTime at={province.lastBackup} show="day-time" /> : t('fleet.noBackup'),
          },
          { label: t('fleet.slow'), value: <Measure value={province.slowQueries} /> },
          { label: t('province.chain'), value: t(`province.chains.${province.auditChain ?? 'unknown'}`) },
          { label: t('province.modules'), value: province.modules.join(', ') },
          { label: t('province.created'), value: <DateTime at={province.createdAt} show="day-time" /> },
        ]}
      />
      <RevisionTable revisions={province.revisions} />
      <OperationTable operations={operations} />
    </>
  )
}
