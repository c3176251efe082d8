import { useLoaderData } from '@remix-run/react'
import { compareDays } from '@sotay/domain/organisation'
import { differences } from '@sotay/domain/organisation/inputs'
import { Button, EmptyState, PageHeader, Pagination, Tabs, TextInput } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { address, readDay, readId } from './address'
import { ChangedUnits, LevelCounts } from './comparison-tables'
import { levelsOf } from './levels.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const kind = differences.find((entry) => entry === url.searchParams.get('loai'))
  const unitId = readId(url, 'don-vi')
  const days = { from: readDay(url, 'tu'), to: readDay(url, 'den') }
  const comparison = await compareDays(ctx, { ...days, unitId, kind, after: readId(url, 'sau') })
  return { comparison, kind, unitId, levels: levelsOf(ctx), title: pageTitle(ctx, 'organisation:compare.title') }
})

export const meta = titleMeta

/** The tree then and now: what began, ended, was merged, renamed or hung elsewhere between two days. */
export default function ComparisonPage() {
  const { comparison, kind, unitId, levels } = useLoaderData<typeof loader>()
  const { from, to, counts, units, next } = comparison
  const t = useText()
  const here = (more: Record<string, string | undefined | null>) =>
    address('/to-chuc/so-sanh', { 'don-vi': unitId, tu: from, den: to, ...more })
  const tabs = [
    { href: here({}), label: t('compare.all'), current: !kind },
    ...differences.map((entry) => ({
      href: here({ loai: entry }),
      label: t(`compare.${entry}`),
      current: entry === kind,
      count: counts[entry],
    })),
  ]
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        lead={t(unitId ? 'compare.lead-unit' : 'compare.lead')}
        breadcrumbs={[
          { href: '/to-chuc', label: t('tree.title') },
          ...(unitId ? [{ href: address(`/to-chuc/${unitId}`, { ngay: to }), label: t('compare.unit') }] : []),
        ]}
      />
      <form method="get" className="field-row">
        {unitId ? <input type="hidden" name="don-vi" value={unitId} /> : null}
        <TextInput name="tu" type="date" label={t('compare.from')} defaultValue={from} width={12} />
        <TextInput name="den" type="date" label={t('compare.to')} defaultValue={to} width={12} />
        <Button tone="secondary">{t('compare.show')}</Button>
      </form>
      <LevelCounts comparison={comparison} levels={levels} />
      <Tabs label={t('compare.kinds')} items={tabs} />
      {units.length === 0 ? (
        <EmptyState icon="organisation" title={t('compare.none')} />
      ) : (
        <ChangedUnits comparison={comparison} levels={levels} />
      )}
      <Pagination next={next ? here({ loai: kind, sau: next }) : undefined} />
    </>
  )
}
