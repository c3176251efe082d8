import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelPublication, readOverview } from '@sotay/domain/settings'
import { draftInput } from '@sotay/domain/settings/inputs'
import { may } from '@sotay/kernel'
import {
  Button,
  ButtonLink,
  Card,
  DateTime,
  ErrorSummary,
  errorLinks,
  type FormReply,
  List,
  Notice,
  PageHeader,
  StatusTag,
} from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { sentence } from '../../server/refusals'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { texts } from '../../shell/texts.server'
import { titleMeta } from '../../shell/title-meta'
import { addressOf } from './section-pages'
import { sectionPaths } from './section-paths'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  const { sections, findings, waiting, revision } = await readOverview(ctx)
  const shown = Object.keys(sectionPaths).flatMap((section) => sections.find((one) => one.section === section) ?? [])
  const others = sections.filter((one) => one.drafted && !(one.section in sectionPaths))
  return {
    revision,
    manages: may(ctx, 'settings.manage'),
    tasks: [...shown, ...others].map(({ section, own, drafted, clash }) => ({
      section,
      href: own ? addressOf(section) : null,
      name: texts.t(`settings:sections.${section}.title`),
      lead: texts.t(`settings:sections.${section}.lead`),
      drafted,
      clash,
    })),
    findings: findings.map((one) => ({ ...one, href: addressOf(one.section) })),
    waiting: waiting.map((one) => ({ ...one, failure: one.failure && sentence(one.failure) })),
    title: pageTitle(ctx, 'settings:overview.title'),
  }
})

export const action = tenantAction(draftInput, async (ctx, chosen) => {
  await cancelPublication(ctx, chosen)
  return redirectWithFlash('/quan-tri/cau-hinh', 'settings:flash.cancelled')
})

export const meta = titleMeta

/** The province's configuration as a list of tasks: what is in force, what is drafted, what waits for its day. */
export default function OverviewPage() {
  const { tasks, findings, waiting, manages, revision } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const drafted = tasks.filter((task) => task.drafted).length
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('overview.title')} lead={t('overview.lead', { revision: String(revision) })} />
      <div className="stack">
        <div className="actions">
          <ButtonLink href="/quan-tri/cau-hinh/xem-truoc" tone={drafted > 0 ? 'primary' : 'secondary'}>
            {t('overview.preview', { count: drafted })}
          </ButtonLink>
          <ButtonLink href="/quan-tri/cau-hinh/lich-su">{t('overview.history')}</ButtonLink>
          {manages ? <ButtonLink href="/quan-tri/cau-hinh/tep">{t('overview.file')}</ButtonLink> : null}
        </div>
        {findings.length > 0 ? (
          <Notice tone="warning" title={t('overview.findings')}>
            <ul>
              {findings.map((one) => (
                <li key={one.sentence}>{one.href ? <a href={one.href}>{one.sentence}</a> : one.sentence}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {waiting.length > 0 ? <Waiting waiting={waiting} manages={manages} /> : null}
        <Card title={t('overview.sections')}>
          <List>
            {tasks.map((task) => (
              <div key={task.section} className="row-between">
                <div>
                  {task.href ? <a href={task.href}>{task.name}</a> : <span>{task.name}</span>}
                  <div className="hint">{task.lead}</div>
                </div>
                <StatusTag
                  status={task.clash ? 'returned' : task.drafted ? 'draft' : 'published'}
                  words={t(task.clash ? 'overview.clash' : task.drafted ? 'overview.drafted' : 'overview.inForce')}
                />
              </div>
            ))}
          </List>
        </Card>
      </div>
    </>
  )
}

interface WaitingProps {
  waiting: { id: string; effectiveOn: string; reason: string; by: string | null; failure: string | null }[]
  manages: boolean
}

function Waiting({ waiting, manages }: WaitingProps) {
  const t = useText()
  return (
    <Card title={t('overview.waiting')}>
      <List>
        {waiting.map(({ id, effectiveOn, reason, by, failure }) => (
          <div key={id}>
            <strong>
              {t('overview.from')} <DateTime at={effectiveOn} />
            </strong>
            <p>
              {reason} ({by ?? t('somebody')})
            </p>
            {failure ? <Notice tone="error">{failure}</Notice> : null}
            {manages ? (
              <form method="post">
                <input type="hidden" name="draftId" value={id} />
                <Button tone="secondary">{t('overview.takeBack')}</Button>
              </form>
            ) : null}
          </div>
        ))}
      </List>
    </Card>
  )
}
