import { useLoaderData } from '@remix-run/react'
import { useLocale, useText } from '@sotay/i18n'
import { doctorTenant, type Finding, findTenant } from '@sotay/operations'
import { Button, type Column, DataTable, Notice, PageHeader, StatusTag } from '@sotay/ui'
import { operatorLoader } from '../server/operator-loader'

/** Examines only when asked to by the form: the audit chain alone is read from its first line to its last. */
export const loader = operatorLoader('viewer', async (ctx, { params, url }) => {
  const { slug, name } = await findTenant(ctx, params.slug ?? '')
  const findings = url.searchParams.has('chay') ? await doctorTenant(ctx, slug) : null
  return { slug, name, findings }
})

export default function DoctorPage() {
  const { slug, name, findings } = useLoaderData<typeof loader>()
  const t = useText('console')
  return (
    <>
      <PageHeader
        title={t('doctor.title', { name })}
        lead={t('doctor.lead')}
        breadcrumbs={[
          { href: '/', label: t('nav.provinces') },
          { href: `/tinh/${slug}`, label: name },
        ]}
      />
      {findings ? <Findings findings={findings} /> : null}
      <form method="get">
        <Button name="chay" value="1">
          {t(findings ? 'doctor.again' : 'doctor.do')}
        </Button>
      </form>
    </>
  )
}

function Findings({ findings }: { findings: Finding[] }) {
  const t = useText('console')
  const foreign = useLocale() === 'vi' ? undefined : 'vi'
  const ill = findings.filter((finding) => !finding.ok).length
  const columns: Column<Finding>[] = [
    { key: 'check', header: t('doctor.check'), cell: (row) => t(`doctor.checks.${row.check}`) },
    {
      key: 'ok',
      header: t('doctor.result'),
      cell: (row) => (
        <StatusTag status={row.ok ? 'done' : 'overdue'} words={t(row.ok ? 'doctor.well' : 'doctor.ill')} />
      ),
    },
    { key: 'finding', header: t('doctor.finding'), cell: (row) => <span lang={foreign}>{row.finding}</span> },
    { key: 'remedy', header: t('doctor.remedy'), cell: (row) => <span lang={foreign}>{row.remedy}</span> },
  ]
  return (
    <>
      <Notice tone={ill === 0 ? 'success' : 'error'} title={t('doctor.summary', { count: ill })} />
      <DataTable
        caption={t('doctor.caption')}
        columns={columns}
        rows={findings}
        rowKey={(row) => `${row.check} ${row.finding}`}
      />
    </>
  )
}
