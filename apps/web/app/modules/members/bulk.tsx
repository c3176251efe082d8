import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnMembers } from '@sotay/domain/members'
import { actOnMembersInput } from '@sotay/domain/members/inputs'
import { authorize, Invalid, type TenantContext } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { Button, EmptyState, ErrorSummary, errorLinks, PageHeader, posted, RadioGroup, TextInput } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { ROSTER, readAddress } from './roster-address'
import { questionOf } from './roster-question.server'
import { useText } from './texts'

/** Who was chosen: the lines ticked, or all that match, with how many they were. */
const chosenBy = (url: URL) => {
  const memberIds = url.searchParams.getAll('chon')
  const expected = Number(url.searchParams.get('tat-ca'))
  return { memberIds, expected: Number.isInteger(expected) && expected > 0 ? expected : undefined }
}

export const loader = tenantLoader(async (ctx, { url }) => {
  authorize(ctx, 'members.manage')
  const { memberIds, expected } = chosenBy(url)
  return { count: expected ?? memberIds.length, title: pageTitle(ctx, 'members:bulk.title') }
})

const acts = ['exempt', 'end-exemption', 'set-probation-end', 'confirm'] as const
const form = z.object({
  act: z.enum(acts, 'members.act-needed'),
  on: z.iso.date().optional(),
  until: z.iso.date('members.exempt-format').nullable().default(null),
})
/** What to say of an act without its day. */
const dayMissing = {
  exempt: 'members.exempt-format',
  'end-exemption': 'members.exempt-format',
  'set-probation-end': 'members.probation-format',
  confirm: 'members.confirmed-format',
}

export const action = tenantAction(form, async (ctx, typed, { url }) => {
  if (!typed.on) throw new Invalid({ on: [dayMissing[typed.act]] })
  const { act, on, until } = typed
  const { chosen, also } = choose(ctx, url)
  const asked = act === 'exempt' ? { act, from: on, until, ...chosen } : { act, on, ...chosen }
  const { changed, passedOver } = await actOnMembers(ctx, actOnMembersInput.parse(asked), also)
  return redirectWithFlash(`${ROSTER}/thao-tac`, `members:flash.many.${act}`, { count: changed, rest: passedOver })
})

function choose(ctx: TenantContext, url: URL) {
  const { memberIds, expected } = chosenBy(url)
  if (expected === undefined) return { chosen: { memberIds }, also: [] }
  const { filter, also } = questionOf(ctx, readAddress(url.searchParams))
  return { chosen: { all: { filter, expected } }, also }
}

export const meta = titleMeta

/** One act for many members: what, from when, and how many it will be. */
export default function BulkPage() {
  const { count } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const breadcrumbs = [{ href: ROSTER, label: t('list.title') }]
  if (count === 0) {
    return (
      <>
        <PageHeader title={t('bulk.title')} breadcrumbs={breadcrumbs} />
        <EmptyState icon="members" title={t('errors.nobody-chosen')} />
      </>
    )
  }
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('bulk.title')} lead={t('bulk.lead', { count })} breadcrumbs={breadcrumbs} />
      <form method="post" noValidate>
        <RadioGroup
          {...posted(reply, 'act')}
          label={t('bulk.act')}
          options={acts.map((value) => ({ value, label: t(`bulk.acts.${value}`) }))}
          required
        />
        <TextInput
          {...posted(reply, 'on')}
          type="date"
          label={t('bulk.on')}
          hint={t('bulk.onHint')}
          width={12}
          required
        />
        <TextInput
          {...posted(reply, 'until')}
          type="date"
          label={t('bulk.until')}
          hint={t('bulk.untilHint')}
          width={12}
          optional
        />
        <p>{t('bulk.passed')}</p>
        <Button>{t('bulk.do', { count })}</Button>
      </form>
    </>
  )
}
