import { useActionData, useLoaderData } from '@remix-run/react'
import { grantableRoles, grantRole, memberChoices, placeChoices } from '@sotay/domain/authority'
import { grantRoleInput } from '@sotay/domain/authority/inputs'
import { todayOf } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, Notice, PageHeader, posted, Select } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { DecisionFields } from './decision-fields'
import { decisionOf, decisionShape } from './decision-form'
import { PeriodFields } from './period-fields'
import { PeopleChoice } from './person-choice'
import { SearchForm } from './search-form'
import { useText } from './texts'
import { asked } from './words.server'

export const loader = tenantLoader(async (ctx, { url }) => {
  const [search, place] = [asked(url, 'tim'), asked(url, 'noi')]
  const [people, units] = await Promise.all([memberChoices(ctx, { search }), placeChoices(ctx, { search: place })])
  const fourEyes = ctx.config.accounts.fourEyes?.roles ?? []
  const decided = ctx.config.accounts.decidedGrants?.roles ?? []
  const roles = grantableRoles(ctx)
  const namesIn = (keys: readonly string[]) => roles.filter(({ key }) => keys.includes(key)).map(({ name }) => name)
  return {
    people,
    search,
    place,
    units: units.map(({ id, name, above }) => ({ value: id, label: above ? `${name} (${above})` : name })),
    roles: roles.map(({ key, name }) => ({ value: key, label: name })),
    twoOfficers: namesIn(fourEyes),
    decided: namesIn(decided),
    today: todayOf(ctx),
    title: pageTitle(ctx, 'authority:newGrant.title'),
  }
})

const form = grantRoleInput.omit({ decision: true }).extend(decisionShape)

export const action = tenantAction(form, async (ctx, { number, signedOn, signer, file, ...given }) => {
  const decision = decisionOf({ number, signedOn, signer, file })
  const { grantIds, proposalIds } = await grantRole(ctx, { ...given, decision })
  return proposalIds.length > 0
    ? redirectWithFlash('/quan-tri/phan-quyen', 'authority:flash.proposed', { count: proposalIds.length })
    : redirectWithFlash('/quan-tri/phan-quyen', 'authority:flash.granted', { count: grantIds.length })
})

export const meta = titleMeta

/** Grants a role: first who and where are looked up, then chosen. */
export default function NewGrantPage() {
  const { people, search, place, units, roles, twoOfficers, decided, today } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('newGrant.title')}
        lead={t('newGrant.lead')}
        breadcrumbs={[{ href: '/quan-tri/phan-quyen', label: t('grants.title') }]}
      />
      <SearchForm
        fields={[
          { name: 'tim', label: t('person.search'), hint: t('person.searchHint'), value: search },
          { name: 'noi', label: t('unit.search'), hint: t('unit.searchHint'), value: place },
        ]}
      />
      <form method="post" encType="multipart/form-data" noValidate>
        <PeopleChoice label={t('newGrant.people')} people={people} search={search} error={reply?.errors.memberIds} />
        <Select
          {...posted(reply, 'unitId')}
          label={t('newGrant.unit')}
          placeholder={t('unit.choose')}
          options={units}
        />
        <Select
          {...posted(reply, 'role')}
          label={t('newGrant.role')}
          placeholder={t('newGrant.chooseRole')}
          options={roles}
        />
        {twoOfficers.length > 0 ? (
          <Notice>{t('newGrant.twoOfficers', { roles: twoOfficers.join(', ') })}</Notice>
        ) : null}
        <PeriodFields reply={reply} today={today} />
        {decided.length > 0 ? <Notice>{t('newGrant.decided', { roles: decided.join(', ') })}</Notice> : null}
        <DecisionFields reply={reply} required={false} />
        <Button>{t('newGrant.do')}</Button>
      </form>
    </>
  )
}
