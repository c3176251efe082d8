import { useActionData, useLoaderData } from '@remix-run/react'
import { addMember } from '@sotay/domain/members'
import { addMemberInput } from '@sotay/domain/members/inputs'
import { unitChoices } from '@sotay/domain/organisation'
import { authorize } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader, posted, RadioGroup, TextInput } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { cardHint } from '../accounts/card-hint.server'
import { MemberFields } from './member-fields'
import { ROSTER } from './roster-address'
import { useText } from './texts'

/** As many cells as a list of choices bears; beyond it they are looked up by name. */
const SHOWN = 12

export const loader = tenantLoader(async (ctx, { url }) => {
  const scope = authorize(ctx, 'members.manage')
  const search = url.searchParams.get('chi-bo')?.trim() ?? ''
  const found = await unitChoices(ctx, { search, scope, kinds: ['cell'], limit: SHOWN + 1 })
  const cells = found
    .slice(0, SHOWN)
    .map(({ id, name, above }) => ({ value: id, label: name, hint: above || undefined }))
  return {
    cells,
    search,
    searchable: search !== '' || found.length > SHOWN,
    hint: cardHint(ctx),
    title: pageTitle(ctx, 'members:form.new'),
  }
})

export const action = tenantAction(addMemberInput, async (ctx, typed) => {
  const { id } = await addMember(ctx, typed)
  return redirectWithFlash(`${ROSTER}/${id}`, 'members:flash.added')
})

export const meta = titleMeta

/** Puts somebody on the roster of a cell. */
export default function NewMemberPage() {
  const { cells, search, searchable, hint } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('form.new')}
        lead={t('form.newLead')}
        breadcrumbs={[{ href: ROSTER, label: t('list.title') }]}
      />
      {searchable ? (
        <form method="get">
          <TextInput name="chi-bo" type="search" label={t('form.cellFind')} defaultValue={search} width={20} />
          <Button tone="secondary">{t('form.cellFindDo')}</Button>
        </form>
      ) : null}
      {cells.length === 0 ? <p>{t('form.cellNone')}</p> : null}
      <form method="post" noValidate>
        <RadioGroup
          {...posted(reply, 'unitId', cells.length === 1 ? cells[0]!.value : undefined)}
          label={t('form.cell')}
          options={cells}
          required
        />
        <MemberFields reply={reply} cardHint={hint} of="new" />
        <Button>{t('list.add')}</Button>
      </form>
    </>
  )
}
