import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { changeForm } from './change-form'
import { type ChangeReply, checkChange } from './check-change.server'
import { CheckPlan } from './check-plan'
import { ChooseKind, ChooseSubject } from './choose-subject'
import { readNewChange } from './new-change.server'
import { NewChangeFields } from './new-change-fields'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, visit) => ({
  asked: await readNewChange(ctx, visit),
  title: pageTitle(ctx, 'reorganisation:new.title'),
}))

export const action = tenantAction(changeForm, checkChange)

export const meta = titleMeta

/** Draws up a change of the tree: its kind, its unit, what is to be, then the plan with its counts to confirm. */
export default function NewChangePage() {
  const { asked } = useLoaderData<typeof loader>()
  const reply = useActionData<ChangeReply>()
  const t = useText()
  const list = { href: '/to-chuc/thay-doi', label: t('list.title') }
  const start = { href: '/to-chuc/thay-doi/moi', label: t('new.title') }
  if (asked.step === 'kind') {
    return (
      <>
        <PageHeader title={t('new.title')} lead={t('new.lead')} breadcrumbs={[list]} />
        <ChooseKind />
      </>
    )
  }
  const title = t(`kind.${asked.kind}`)
  if (asked.step === 'unit') {
    return (
      <>
        <PageHeader title={title} lead={t(`new.which.${asked.kind}`)} breadcrumbs={[list, start]} />
        <ChooseSubject kind={asked.kind} search={asked.search} found={asked.found} />
      </>
    )
  }
  const plan = reply?.plan
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={plan ? t('check.title') : `${title}: ${asked.subject.unit.name}`}
        lead={t(plan ? 'check.lead' : `new.about.${asked.kind}`)}
        breadcrumbs={[list, start]}
      />
      {reply && plan ? <CheckPlan reply={reply} plan={plan} /> : <NewChangeFields asked={asked} reply={reply} />}
    </>
  )
}
