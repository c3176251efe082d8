import { useActionData, useLoaderData } from '@remix-run/react'
import { grantableRoles, openSeat, placeChoices } from '@sotay/domain/authority'
import { openSeatInput } from '@sotay/domain/authority/inputs'
import { authorize } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader, posted, Select, TextInput } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { SearchForm } from './search-form'
import { useText } from './texts'
import { asked } from './words.server'

export const loader = tenantLoader(async (ctx, { url }) => {
  authorize(ctx, 'authority.manage')
  const place = asked(url, 'noi')
  const units = await placeChoices(ctx, { search: place, seats: true })
  const alone = ctx.config.accounts.fourEyes?.roles ?? []
  return {
    place,
    units: units.map(({ id, name, above }) => ({ value: id, label: above ? `${name} (${above})` : name })),
    roles: grantableRoles(ctx)
      .filter(({ key }) => !alone.some((one) => one === key))
      .map(({ key, name }) => ({ value: key, label: name })),
    title: pageTitle(ctx, 'authority:newSeat.title'),
  }
})

export const action = tenantAction(openSeatInput, async (ctx, given) => {
  const { id } = await openSeat(ctx, given)
  return redirectWithFlash(`/quan-tri/vi-tri/${id}`, 'authority:flash.seat-opened')
})

export const meta = titleMeta

/** Opens a seat; its custodian is appointed on the next page. */
export default function NewSeatPage() {
  const { place, units, roles } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('newSeat.title')}
        lead={t('newSeat.lead')}
        breadcrumbs={[{ href: '/quan-tri/vi-tri', label: t('seats.title') }]}
      />
      <SearchForm fields={[{ name: 'noi', label: t('unit.search'), hint: t('unit.searchHint'), value: place }]} />
      <form method="post" noValidate>
        <Select {...posted(reply, 'unitId')} label={t('newSeat.unit')} placeholder={t('unit.choose')} options={units} />
        <TextInput {...posted(reply, 'name', t('newSeat.nameInitial'))} label={t('newSeat.name')} width={20} />
        <Select
          {...posted(reply, 'role', 'unit_admin')}
          label={t('newSeat.role')}
          hint={t('newSeat.roleHint')}
          options={roles}
        />
        <Button>{t('newSeat.do')}</Button>
      </form>
    </>
  )
}
