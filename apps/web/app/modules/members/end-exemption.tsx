import { useLoaderData } from '@remix-run/react'
import { endExemption } from '@sotay/domain/members'
import { endExemptionInput } from '@sotay/domain/members/inputs'
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
  return { line: { id, fullName }, title: pageTitle(ctx, 'members:act.endTitle', { name: fullName }) }
})

export const action = tenantAction(endExemptionInput.omit({ memberId: true }), async (ctx, typed, { params }) => {
  const memberId = params.memberId ?? ''
  await endExemption(ctx, { memberId, ...typed })
  return redirectWithFlash(`${ROSTER}/${memberId}`, 'members:flash.exemption-ended')
})

export const meta = titleMeta

/** Ends an exemption with its last day. */
export default function EndExemptionPage() {
  const { line } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <ActPage
      line={line}
      title={t('act.endTitle', { name: line.fullName })}
      act={t('member.endExemption')}
      fields={(reply) => <TextInput {...posted(reply, 'on')} type="date" label={t('act.endOn')} width={12} required />}
    />
  )
}
