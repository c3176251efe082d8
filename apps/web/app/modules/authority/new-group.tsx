import { useActionData, useLoaderData } from '@remix-run/react'
import { openGroup, placeChoices } from '@sotay/domain/authority'
import { openGroupInput } from '@sotay/domain/authority/inputs'
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
  const place = asked(url, 'noi')
  const units = await placeChoices(ctx, { search: place })
  return {
    place,
    units: units.map(({ id, name, above }) => ({ value: id, label: above ? `${name} (${above})` : name })),
    title: pageTitle(ctx, 'authority:newGroup.title'),
  }
})

export const action = tenantAction(openGroupInput.pick({ unitId: true, name: true }), async (ctx, given) => {
  const { id } = await openGroup(ctx, given)
  return redirectWithFlash(`/quan-tri/nhom/${id}`, 'authority:flash.group-opened')
})

export const meta = titleMeta

/** Opens a group; its roles and members are added on the next page. */
export default function NewGroupPage() {
  const { place, units } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('newGroup.title')}
        lead={t('newGroup.lead')}
        breadcrumbs={[{ href: '/quan-tri/nhom', label: t('groups.title') }]}
      />
      <SearchForm fields={[{ name: 'noi', label: t('unit.search'), hint: t('unit.searchHint'), value: place }]} />
      <form method="post" noValidate>
        <Select
          {...posted(reply, 'unitId')}
          label={t('newGroup.unit')}
          placeholder={t('unit.choose')}
          options={units}
        />
        <TextInput {...posted(reply, 'name')} label={t('newGroup.name')} hint={t('newGroup.nameHint')} width={20} />
        <Button>{t('newGroup.do')}</Button>
      </form>
    </>
  )
}
