import { useActionData, useLoaderData } from '@remix-run/react'
import { reviseMember } from '@sotay/domain/members'
import { reviseMemberInput } from '@sotay/domain/members/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { cardHint } from '../accounts/card-hint.server'
import { lineToChange } from './line-to-change.server'
import { MemberFields } from './member-fields'
import { ROSTER } from './roster-address'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const line = await lineToChange(ctx, params.memberId)
  const { fullName, cardNumber, phone, gender, birthDate, admittedOn, confirmedOn, probationEndsOn } = line
  return {
    id: line.id,
    revision: line.revision,
    seen: { fullName, cardNumber, phone, gender, birthDate, admittedOn, confirmedOn, probationEndsOn },
    hint: cardHint(ctx),
    title: pageTitle(ctx, 'members:form.edit'),
  }
})

export const action = tenantAction(reviseMemberInput.omit({ memberId: true }), async (ctx, typed, { params }) => {
  const memberId = params.memberId ?? ''
  await reviseMember(ctx, { memberId, ...typed })
  return redirectWithFlash(`${ROSTER}/${memberId}`, 'members:flash.revised')
})

export const meta = titleMeta

/** Corrects a line; what it was travels along, so that two who edit at once do not undo each other. */
export default function EditMemberPage() {
  const { id, revision, seen, hint } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('form.edit')}
        lead={seen.fullName}
        breadcrumbs={[
          { href: ROSTER, label: t('list.title') },
          { href: `${ROSTER}/${id}`, label: seen.fullName },
        ]}
      />
      <form method="post" noValidate>
        <input type="hidden" name="revision" value={revision} />
        {Object.entries(seen).map(([field, value]) => (
          <input key={field} type="hidden" name={`seen.${field}`} value={value ?? ''} />
        ))}
        <MemberFields reply={reply} initial={seen} cardHint={hint} of="standing" />
        <Button>{t('form.save')}</Button>
      </form>
    </>
  )
}
