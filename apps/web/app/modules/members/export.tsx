import { useLoaderData } from '@remix-run/react'
import { listMembers } from '@sotay/domain/members'
import { exportColumns } from '@sotay/domain/members/inputs'
import { NotFound } from '@sotay/kernel'
import { Button, Checkbox, Notice, PageHeader, Quantity, RadioGroup } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { addressOf, ROSTER, readAddress } from './roster-address'
import { questionOf } from './roster-question.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const limits = ctx.config.roster?.exports
  if (!limits) throw new NotFound()
  const address = readAddress(url.searchParams)
  const { filter, also } = questionOf(ctx, address)
  const { total } = await listMembers(ctx, { ...filter, size: 1 }, also)
  return {
    total,
    columns: exportColumns.map((name) => ({ name, usual: usual.has(name) })),
    allowed: total !== undefined && total <= limits.rows,
    limits: { rows: limits.rows.toLocaleString('vi'), files: String(limits.perDay) },
    refusal: url.searchParams.get('loi') ? true : undefined,
    file: addressOf(`${ROSTER}/xuat/tep`, address),
    back: addressOf(ROSTER, address),
    title: pageTitle(ctx, 'members:export.title'),
  }
})

export const meta = titleMeta

/** Columns a list is usually wanted with. */
const usual = new Set<string>(['fullName', 'cardNumber', 'unit', 'committee', 'status', 'birthDate', 'admittedOn'])

/** What leaves: how many lines, which columns, as what. */
export default function ExportPage() {
  const { total, columns, allowed, limits, file, back, refusal } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <PageHeader
        title={t('export.title')}
        lead={t('export.lead')}
        breadcrumbs={[{ href: back, label: t('list.title') }]}
      />
      {refusal ? (
        <Notice tone="error" title={t('export.refused')}>
          {t('export.limits', limits)}
        </Notice>
      ) : null}
      {allowed ? null : <Notice tone="warning">{t('export.tooMany')}</Notice>}
      <p>{t('export.limits', limits)}</p>
      <form method="post" action={file}>
        {total === undefined ? null : (
          <p>
            <strong>
              <Quantity value={total} />
            </strong>{' '}
            {t('actions.lines')}
          </p>
        )}
        <fieldset>
          <legend>{t('export.columns')}</legend>
          {columns.map(({ name, usual }) => (
            <Checkbox
              key={name}
              id={`column-${name}`}
              name="columns"
              value={name}
              label={t(`columns.${name}`)}
              defaultChecked={usual}
            />
          ))}
        </fieldset>
        <RadioGroup
          name="format"
          label={t('export.format')}
          defaultValue="xlsx"
          options={['xlsx', 'pdf'].map((value) => ({ value, label: t(`export.formats.${value}`) }))}
        />
        {allowed ? <Button>{t('export.do')}</Button> : null}
      </form>
    </>
  )
}
