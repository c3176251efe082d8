import { useLoaderData } from '@remix-run/react'
import { listUnitMembers } from '@sotay/domain/members'
import { readUnit, unitHistory } from '@sotay/domain/organisation'
import { may, NotFound } from '@sotay/kernel'
import { ButtonLink, Card, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { titleOf } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { address, readDay, readId, treeAddress, unitAddress } from './address'
import { DayForm } from './day-form'
import { DayNotice } from './day-notice'
import { levelsOf } from './levels.server'
import { useText } from './texts'
import { UnitChildren } from './unit-children'
import { UnitFacts } from './unit-facts'
import { UnitHistory } from './unit-history'
import { UnitPeople } from './unit-people'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const day = readDay(url)
  const reference = { unitId: params.unitId ?? '', day }
  const unit = await readUnit(ctx, { ...reference, after: readId(url, 'sau') })
  const [history, people] = await Promise.all([
    unitHistory(ctx, reference),
    // Who reads members here and nowhere else sees the unit without them.
    may(ctx, 'members.read') ? listUnitMembers(ctx, { ...reference, after: readId(url, 'dv') }).catch(hidden) : null,
  ])
  const allowed = { export: may(ctx, 'organisation.export'), compare: may(ctx, 'organisation.browse') }
  return { unit, history, people, day, levels: levelsOf(ctx), allowed, title: titleOf(ctx, unit.name) }
})

function hidden(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

export const meta = titleMeta

/** A unit as it stood on a day: its place, what and who is below it, and all that it went through. */
export default function UnitPage() {
  const { unit, history, people, day, levels, allowed } = useLoaderData<typeof loader>()
  const t = useText()
  const crumbs = unit.above.filter(({ readable }) => readable)
  const actions = (
    <>
      {allowed.compare ? (
        <ButtonLink href={address('/to-chuc/so-sanh', { 'don-vi': unit.id, tu: day })}>{t('compare.short')}</ButtonLink>
      ) : null}
      {allowed.export ? (
        <ButtonLink href={address('/to-chuc/xuat', { 'don-vi': unit.id, ngay: day })} download>
          {t('tree.export')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={address(`/to-chuc/${unit.id}/ban-in`, { ngay: day })} download>
        {t('unit.print')}
      </ButtonLink>
    </>
  )
  return (
    <>
      <PageHeader
        title={unit.name}
        breadcrumbs={[
          { href: treeAddress({ day }), label: t('tree.title') },
          ...crumbs.map(({ id, name }) => ({ href: unitAddress(id, day), label: name })),
        ]}
        actions={actions}
      />
      <DayForm day={day} />
      <DayNotice day={day} today={unitAddress(unit.id)} />
      <UnitFacts unit={unit} levels={levels} />
      {unit.standing ? <UnitChildren unit={unit} levels={levels} day={day} /> : null}
      {people && unit.standing ? <UnitPeople people={people} unitId={unit.id} kind={unit.kind} day={day} /> : null}
      <Card title={t('history.title')}>
        <UnitHistory entries={history} scans={allowed.compare} />
      </Card>
    </>
  )
}
