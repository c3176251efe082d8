import { useActionData, useLoaderData } from '@remix-run/react'
import { readLevel } from '@sotay/domain/reorganisation'
import { todayOf } from '@sotay/kernel'
import { Button, EmptyState, ErrorSummary, errorLinks, PageHeader, Select, TextInput } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { AbolishFields } from './abolish-fields'
import { askedTier } from './asked-tier.server'
import { changeForm } from './change-form'
import { type ChangeReply, checkChange } from './check-change.server'
import { CheckPlan } from './check-plan'
import { rolesOf } from './new-change.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const { levels, level, day } = askedTier(ctx, url)
  const { units, roles } = await readLevel(ctx, { level: level?.key ?? '-', day })
  const named = levels.map(({ key, name }) => ({ value: key, label: name }))
  return {
    level: level && { key: level.key, name: level.name },
    levels: named,
    day,
    today: todayOf(ctx),
    units,
    roles: rolesOf(ctx, { roles }),
    title: pageTitle(ctx, 'reorganisation:abolish.title'),
  }
})

export const action = tenantAction(changeForm, checkChange)

export const meta = titleMeta

/** Ends a tier: level and day, which units and their new homes, roles, decision, then the plan with its counts. */
export default function AbolishLevelPage() {
  const { level, levels, day, today, units, roles } = useLoaderData<typeof loader>()
  const reply = useActionData<ChangeReply>()
  const t = useText()
  const plan = reply?.plan
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t(plan ? 'check.title' : 'abolish.title')}
        lead={t(plan ? 'check.lead' : 'abolish.lead')}
        breadcrumbs={[{ href: '/to-chuc/thay-doi', label: t('list.title') }]}
      />
      {reply && plan ? (
        <CheckPlan reply={reply} plan={plan} />
      ) : (
        <>
          <form method="get">
            <Select
              name="cap"
              label={t('abolish.level')}
              placeholder={t('form.level-placeholder')}
              options={levels}
              defaultValue={level?.key}
              required
            />
            <TextInput
              name="ngay"
              type="date"
              label={t('abolish.day')}
              hint={t('abolish.day-hint')}
              defaultValue={day}
              width={12}
              required
            />
            <Button tone={level ? 'secondary' : 'primary'}>{t('abolish.show')}</Button>
          </form>
          {level && units.length === 0 ? (
            <EmptyState icon="organisation" title={t('abolish.none', { level: level.name })} />
          ) : null}
          {level && units.length > 0 ? (
            <AbolishFields level={level.key} day={day} today={today} units={units} roles={roles} reply={reply} />
          ) : null}
        </>
      )}
    </>
  )
}
