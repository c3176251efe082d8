import { useLoaderData } from '@remix-run/react'
import { readAdoption } from '@sotay/domain/adoption'
import { may } from '@sotay/kernel'
import { Button, ButtonLink, DateTime, EmptyState, PageHeader, TextInput } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { CENSUS, overviewAddress, overviewPlace } from './addresses'
import { BaseFacts } from './base-facts'
import { TargetCards } from './target-cards'
import { useText } from './texts'
import { Timeline } from './timeline'
import { UnitShares } from './unit-shares'

export const loader = tenantLoader(async (ctx, { url, params }) => {
  const place = overviewPlace(url, params.unitId)
  const overview = await readAdoption(ctx, place)
  const activeDays = ctx.config.adoption?.activeDays ?? 0
  const rights = { names: may(ctx, 'adoption.names'), census: may(ctx, 'adoption.census') }
  const title = pageTitle(ctx, 'adoption:overview.titleOf', { unit: overview.unit.name })
  return { overview, asked: place.day, activeDays, rights, title }
})

export const meta = titleMeta

/** Who uses the handbook below a unit: targets, the denominators they stand on, units, and the way there. */
export default function AdoptionOverviewPage() {
  const { overview, asked, activeDays, rights } = useLoaderData<typeof loader>()
  const t = useText()
  const { unit, above, countedOn, total, units } = overview
  const crumbs = above.map(({ id, name }) => ({ href: overviewAddress({ unitId: id, day: asked }), label: name }))
  return (
    <>
      <PageHeader
        title={t('overview.titleOf', { unit: unit.name })}
        lead={t('overview.lead')}
        breadcrumbs={crumbs}
        actions={
          <>
            {countedOn ? (
              <>
                <ButtonLink href={overviewAddress({ unitId: unit.id, day: asked }, '/bang.xlsx')} download>
                  {t('overview.excel')}
                </ButtonLink>
                <ButtonLink href={overviewAddress({ unitId: unit.id, day: asked }, '/ban-in')} download>
                  {t('overview.paper')}
                </ButtonLink>
              </>
            ) : null}
            {rights.census ? <ButtonLink href={CENSUS}>{t('overview.census')}</ButtonLink> : null}
          </>
        }
      />
      <form method="get" className="field-row">
        <TextInput
          name="ngay"
          type="date"
          label={t('overview.day')}
          defaultValue={asked ?? countedOn ?? ''}
          width={12}
        />
        <Button tone="secondary">{t('overview.show')}</Button>
      </form>
      {countedOn === null ? (
        <EmptyState icon="statistics" title={t('overview.none')}>
          {t('overview.noneMore')}
        </EmptyState>
      ) : (
        <>
          <p>
            {t('overview.countedOn')} <DateTime at={countedOn} show="date" />.
          </p>
          <TargetCards targets={overview.targets} figures={total.figures} />
          <BaseFacts unitId={unit.id} total={total} activeDays={activeDays} names={rights.names} />
          {units.length > 0 ? <UnitShares overview={overview} asked={asked} /> : null}
          <Timeline targets={overview.targets} points={overview.points} />
        </>
      )}
    </>
  )
}
