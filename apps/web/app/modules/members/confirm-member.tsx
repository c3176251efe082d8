import { useLoaderData } from '@remix-run/react'
import { confirmMember } from '@sotay/domain/members'
import { confirmMemberInput } from '@sotay/domain/members/inputs'
import { posted, TextInput } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { ActPage } from './act-page'
import { lineToChange } from './line-to-change.server'
import { ROSTER } from './roster-address'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const { id, fullName } = await lineToChange(ctx, params.memberId)
  return { line: { id, fullName }, title: pageTitle(ctx, 'members:act.confirmTitle', { name: fullName }) }
})

export const action = tenantAction(confirmMemberInput.omit({ memberId: true }), async (ctx, typed, { params }) => {
  const memberId = params.memberId ?? ''
  await confirmMember(ctx, { memberId, ...typed })
  return redirectWithFlash(`${ROSTER}/${memberId}`, 'members:flash.confirmed')
})

export const meta = titleMeta

/** A probationary member becomes a full one. */
export default function ConfirmMemberPage() {
  const { line } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <ActPage
      line={line}
      title={t('act.confirmTitle', { name: line.fullName })}
      lead={t('act.confirmLead')}
      act={t('member.confirm')}
      fields={(reply) => (
        <TextInput {...posted(reply, 'confirmedOn')} type="date" label={t('form.confirmedOn')} width={12} required />
      )}
    />
  )
}
