import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { provinceLine, showTenant } from '@sotay/operations'
import { listOperations, operatorMay } from '@sotay/operations/operators'
import { ButtonLink, DateTime, Notice, PageHeader, Quantity, SummaryList } from '@sotay/ui'
import { operatorLoader } from '../server/operator-loader'
import { MigrationState } from './migration-state'
import { OperationTable } from './operation-table'
import { ProvinceStatus } from './province-status'
import { RevisionTable } from './revision-table'

export const loader = operatorLoader('viewer', async (ctx, { operator, params }) => {
  const slug = params.slug ?? ''
  const province = await showTenant(ctx, slug)
  return {
    province,
    current: province.migration === provinceLine.migrations.at(-1)?.name,
    address: `http://${slug}.localhost:${ctx.settings.port}/`,
    operations: await listOperations(ctx, slug),
    mayAct: operatorMay(operator.role, 'operator') && province.status !== 'provisioning',
  }
})

export default function ProvincePage() {
  const { province, current, address, operations, mayAct } = useLoaderData<typeof loader>()
  const t = useText('console')
  const { slug, name, status, members, units } = province
  const size = (value: number | null) => (value === null ? t('unknown') : <Quantity value={value} />)
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ href: '/', label: t('nav.provinces') }]}
        actions={
          <>
            <ButtonLink href={`/tinh/${slug}/kiem-tra`}>{t('doctor.open')}</ButtonLink>
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
      <SummaryList
        items={[
          { label: t('fleet.status'), value: <ProvinceStatus status={status} /> },
          { label: t('province.address'), value: <a href={address}>{address}</a> },
          { label: t('fleet.domains'), value: province.domains.join(', ') || t('none') },
          { label: t('fleet.placement'), value: `${province.placement} · ${province.schema}` },
          { label: t('fleet.migration'), value: <MigrationState current={current} /> },
          { label: t('fleet.members'), value: size(members) },
          { label: t('fleet.units'), value: size(units) },
          { label: t('province.modules'), value: province.modules.join(', ') },
          { label: t('province.created'), value: <DateTime at={province.createdAt} show="day-time" /> },
        ]}
      />
      <RevisionTable revisions={province.revisions} />
      <OperationTable operations={operations} />
    </>
  )
}
