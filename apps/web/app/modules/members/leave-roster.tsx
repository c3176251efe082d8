import { useLoaderData } from '@remix-run/react'
import { leaveRoster } from '@sotay/domain/members'
import { leaveRosterInput, leavings } from '@sotay/domain/members/inputs'
import { posted, Select, TextInput } from '@sotay/ui'
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
  return {
    line: { id, fullName },
    reasons: [...leavings],
    title: pageTitle(ctx, 'members:act.leaveTitle', { name: fullName }),
  }
})

export const action = tenantAction(leaveRosterInput.omit({ memberId: true }), async (ctx, typed, { params }) => {
  const memberId = params.memberId ?? ''
  await leaveRoster(ctx, { memberId, ...typed })
  return redirectWithFlash(`${ROSTER}/${memberId}`, 'members:flash.left')
})

export const meta = titleMeta

/** Takes somebody off the roster. */
export default function LeaveRosterPage() {
  const { line, reasons } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <ActPage
      line={line}
      title={t('act.leaveTitle', { name: line.fullName })}
      lead={t('act.leaveLead')}
      act={t('member.leave')}
      fields={(reply) => (
        <>
          <Select
            {...posted(reply, 'leaving')}
            label={t('act.leaving')}
            placeholder="–"
            options={reasons.map((value) => ({ value, label: t(`leaving.${value}`) }))}
            required
          />
          <TextInput {...posted(reply, 'on')} type="date" label={t('act.leaveOn')} width={12} required />
        </>
      )}
    />
  )
}
