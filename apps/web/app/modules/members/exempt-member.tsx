import { useLoaderData } from '@remix-run/react'
import { exemptMember } from '@sotay/domain/members'
import { exemptMemberInput } from '@sotay/domain/members/inputs'
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
  return { line: { id, fullName }, title: pageTitle(ctx, 'members:act.exemptTitle', { name: fullName }) }
})

export const action = tenantAction(exemptMemberInput.omit({ memberId: true }), async (ctx, typed, { params }) => {
  const memberId = params.memberId ?? ''
  await exemptMember(ctx, { memberId, ...typed })
  return redirectWithFlash(`${ROSTER}/${memberId}`, 'members:flash.exempted')
})

export const meta = titleMeta

/** Exempts from meetings over a period. */
export default function ExemptMemberPage() {
  const { line } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <ActPage
      line={line}
      title={t('act.exemptTitle', { name: line.fullName })}
      lead={t('act.exemptLead')}
      act={t('member.exempt')}
      fields={(reply) => (
        <>
          <TextInput {...posted(reply, 'from')} type="date" label={t('act.exemptFrom')} width={12} required />
          <TextInput
            {...posted(reply, 'until')}
            type="date"
            label={t('act.exemptUntil')}
            hint={t('act.exemptUntilHint')}
            width={12}
            optional
          />
        </>
      )}
    />
  )
}
