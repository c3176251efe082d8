import { useActionData, useLoaderData } from '@remix-run/react'
import { endGrants, grantableRoles, listGrants, placeChoices } from '@sotay/domain/authority'
import { endGrantsInput, grantStates, listGrantsInput } from '@sotay/domain/authority/inputs'
import type { FormReply } from '@sotay/ui'
import { BulkBar, Button, ButtonLink, EmptyState, ErrorSummary, errorLinks, PageHeader, Pagination } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { GrantFilters } from './grant-filters'
import { GrantTable } from './grant-table'
import { Sections } from './sections'
import { useText } from './texts'
import { asked, manages, roleNames } from './words.server'

export const loader = tenantLoader(async (ctx, { url }) => {
  const param = (name: string) => url.searchParams.get(name) || undefined
  const filter = listGrantsInput.parse({
    unitId: param('don-vi'),
    role: param('vai-tro'),
    state: param('trang-thai'),
    search: asked(url, 'tim'),
    after: param('sau'),
  })
  const place = asked(url, 'noi')
  const [{ grants, next, total, unit }, found] = await Promise.all([
    listGrants(ctx, filter),
    placeChoices(ctx, { search: place, reading: true }),
  ])
  const units = unit && !found.some(({ id }) => id === unit.id) ? [unit, ...found] : found
  const query = new URLSearchParams(url.search)
  if (next) query.set('sau', next)
  const { unitId, role, state, search } = filter
  return {
    grants,
    total,
    further: next && `?${query}`,
    filter: { unitId, role, state, search, place },
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    roles: grantableRoles(ctx),
    names: roleNames(ctx),
    manages: manages(ctx),
    title: pageTitle(ctx, 'authority:grants.title'),
  }
})

export const action = tenantAction(endGrantsInput, async (ctx, chosen) => {
  const { ended, passedOver } = await endGrants(ctx, chosen)
  return redirectWithFlash('/quan-tri/phan-quyen', 'authority:flash.ended', { count: ended, rest: passedOver })
})

export const meta = titleMeta

/** Who holds which role where: found, granted, and ended many at a time. */
export default function GrantsPage() {
  const { grants, total, further, filter, units, roles, names, manages } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const grant = (
    <ButtonLink href="/quan-tri/phan-quyen/moi" tone="primary">
      {t('grants.new')}
    </ButtonLink>
  )
  const endable = filter.state === 'current' || filter.state === 'expiring' || filter.state === 'planned'
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('grants.title')} lead={t('grants.lead')} actions={grant} />
      <Sections current="roles" manages={manages} />
      <GrantFilters filter={filter} units={units} roles={roles} states={grantStates} />
      {grants.length === 0 ? (
        <EmptyState icon="search" title={t('grants.empty')}>
          {t('grants.emptyMore')}
        </EmptyState>
      ) : (
        <form method="post">
          <GrantTable
            caption={t(`grants.captions.${filter.state}`)}
            count={total}
            grants={grants}
            names={names}
            select={endable}
          />
          {endable ? (
            <BulkBar>
              <Button tone="danger">{t('grants.endMany')}</Button>
            </BulkBar>
          ) : null}
        </form>
      )}
      <Pagination next={further} />
    </>
  )
}
