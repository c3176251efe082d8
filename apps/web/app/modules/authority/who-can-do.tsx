import { useLoaderData } from '@remix-run/react'
import { memberChoices, placeChoices, whatMayDo, whoCanDo } from '@sotay/domain/authority'
import type { TenantContext } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { Card, EmptyState, List, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { HeldTable, HolderCards } from './holders'
import { SearchForm } from './search-form'
import { Sections } from './sections'
import { useText } from './texts'
import { asked, duties, manages, roleNames } from './words.server'

export const loader = tenantLoader(async (ctx, { url }) => {
  const [unitId, memberId] = [url.searchParams.get('don-vi'), url.searchParams.get('nguoi')]
  const [place, search] = [asked(url, 'noi'), asked(url, 'tim')]
  const [units, people, here, person] = await Promise.all([
    unitId || memberId ? [] : placeChoices(ctx, { search: place, reading: true }),
    memberChoices(ctx, { search }),
    unitId ? whoCanDo(ctx, { unitId }) : null,
    memberId ? whatMayDo(ctx, { memberId }) : null,
  ])
  const roles = [...(here?.holders ?? []), ...(person?.held ?? [])].map(({ role }) => role)
  return {
    units,
    people,
    place,
    search,
    here,
    person,
    names: roleNames(ctx),
    duties: dutiesOf(ctx, roles),
    manages: manages(ctx),
    title: pageTitle(ctx, 'authority:who.title'),
  }
})

const dutiesOf = (ctx: TenantContext, roles: RoleKey[]): Record<string, string[]> =>
  Object.fromEntries([...new Set(roles)].map((role) => [role, duties(ctx, role)]))

export const meta = titleMeta

const PAGE = '/quan-tri/ai-lam-gi'

/** Who can do what at a unit, or what one person may do and where. */
export default function WhoCanDoPage() {
  const { units, people, place, search, here, person, names, duties, manages } = useLoaderData<typeof loader>()
  const t = useText()
  const title = here
    ? t('who.at', { unit: here.unit.name })
    : person
      ? t('who.of', { name: person.person.name })
      : t('who.title')
  return (
    <>
      <PageHeader
        title={title}
        lead={here ? t('who.atLead') : person ? person.person.unitName : t('who.lead')}
        breadcrumbs={here || person ? [{ href: PAGE, label: t('who.title') }] : []}
      />
      <Sections current="who" manages={manages} />
      <div className="stack">
        <SearchForm
          fields={[
            { name: 'noi', label: t('unit.search'), value: place },
            { name: 'tim', label: t('person.search'), hint: t('person.searchHint'), value: search },
          ]}
        />
        {people.length > 0 ? (
          <Card title={t('who.people')}>
            <List>
              {people.map(({ id, name, unitName }) => (
                <a key={id} href={`${PAGE}?nguoi=${id}`}>
                  {name}, {unitName}
                </a>
              ))}
            </List>
          </Card>
        ) : null}
        {search && people.length === 0 ? <EmptyState icon="search" title={t('person.none', { search })} /> : null}
        {here ? <HolderCards holders={here.holders} delegated={here.delegated} names={names} duties={duties} /> : null}
        {person ? <HeldTable held={person.held} delegated={person.delegated} names={names} duties={duties} /> : null}
        {units.length > 0 ? (
          <Card title={t('who.units')}>
            <List>
              {units.map(({ id, name, above }) => (
                <a key={id} href={`${PAGE}?don-vi=${id}`}>
                  {above ? `${name} (${above})` : name}
                </a>
              ))}
            </List>
          </Card>
        ) : null}
      </div>
    </>
  )
}
