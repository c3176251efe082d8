import { useLoaderData } from '@remix-run/react'
import { returnToRoster } from '@sotay/domain/members'
import { returnToRosterInput } from '@sotay/domain/members/inputs'
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
  const { id, fullName, unitName } = await lineToChange(ctx, params.memberId)
  return { line: { id, fullName }, unitName, title: pageTitle(ctx, 'members:act.returnTitle', { name: fullName }) }
})

export const action = tenantAction(returnToRosterInput.omit({ memberId: true }), async (ctx, typed, { params }) => {
  const memberId = params.memberId ?? ''
  await returnToRoster(ctx, { memberId, ...typed })
  return redirectWithFlash(`${ROSTER}/${memberId}`, 'members:flash.returned')
})

export const meta = titleMeta

/** Puts somebody who left back on the roster. */
export default function ReturnToRosterPage() {
  const { line, unitName } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <ActPage
      line={line}
      title={t('act.returnTitle', { name: line.fullName })}
      lead={t('act.returnLead', { unit: unitName })}
      act={t('member.return')}
      fields={(reply) => (
        <TextInput
          {...posted(reply, 'on')}
          type="date"
          label={t('act.returnOn')}
          hint={t('act.returnOnHint')}
          width={12}
          optional
        />
      )}
    />
  )
}
