import { useActionData, useLoaderData } from '@remix-run/react'
import { previewDraft, publishDraft } from '@sotay/domain/settings'
import { publishInput } from '@sotay/domain/settings/inputs'
import { addDays, may, todayOf } from '@sotay/kernel'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  errorLinks,
  type FormReply,
  Notice,
  PageHeader,
  posted,
  Textarea,
  TextInput,
} from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { texts } from '../../shell/texts.server'
import { titleMeta } from '../../shell/title-meta'
import { Consequences } from './consequences'
import { tellConsequences } from './consequences.server'
import { addressOf } from './section-pages'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  const { mark, sections, needsArticle, clashes, findings, whole, ...consequences } = await previewDraft(ctx)
  return {
    mark,
    empty: sections.length === 0,
    needsArticle,
    manages: may(ctx, 'settings.manage'),
    regulations: Object.entries(whole.regulations).map(([key, { title }]) => `${key}: ${title}`),
    clashes: clashes.map((section) => ({
      href: addressOf(section),
      name: texts.t(`settings:sections.${section}.title`),
    })),
    findings: findings.map(({ section, sentence }) => ({ href: addressOf(section), sentence })),
    told: tellConsequences(consequences, whole),
    tomorrow: addDays(todayOf(ctx), 1),
    title: pageTitle(ctx, 'settings:preview.title'),
  }
})

export const action = tenantAction(publishInput, async (ctx, given) => {
  const { cites, ...decided } = given
  const { revision } = await publishDraft(ctx, { ...decided, cites: cites.join(' ') })
  return redirectWithFlash('/quan-tri/cau-hinh', `settings:flash.${revision === null ? 'scheduled' : 'published'}`)
})

export const meta = titleMeta

/** What the draft would do, and its publication: now or from a day. */
export default function PreviewPage() {
  const { empty, clashes, findings, told, mark, needsArticle, manages, regulations, tomorrow } =
    useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const ready = clashes.length === 0 && findings.length === 0
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('preview.title')}
        lead={t('preview.lead')}
        breadcrumbs={[{ href: '/quan-tri/cau-hinh', label: t('overview.title') }]}
      />
      {empty ? (
        <EmptyState icon="settings" title={t('preview.empty')}>
          {t('preview.emptyMore')}
        </EmptyState>
      ) : (
        <div className="stack">
          {ready ? null : <Obstacles clashes={clashes} findings={findings} />}
          <Consequences {...told} />
          {manages && ready ? (
            <Card title={t('publish.title')}>
              <form method="post" noValidate>
                <input type="hidden" name="seen" value={mark} />
                <Textarea
                  {...posted(reply, 'reason')}
                  label={t('publish.reason')}
                  hint={t('publish.reasonHint')}
                  rows={3}
                />
                <TextInput
                  {...posted(reply, 'cites')}
                  label={t('publish.cites')}
                  hint={t('publish.citesHint', { known: regulations.join('; ') })}
                  optional={!needsArticle}
                />
                <TextInput
                  {...posted(reply, 'effectiveOn')}
                  type="date"
                  min={tomorrow}
                  label={t('publish.effectiveOn')}
                  hint={t('publish.effectiveOnHint')}
                  width={12}
                  optional
                />
                <Button>{t('publish.do')}</Button>
              </form>
            </Card>
          ) : null}
        </div>
      )}
    </>
  )
}

interface ObstaclesProps {
  clashes: { href: string | null; name: string }[]
  findings: { href: string | null; sentence: string }[]
}

function Obstacles({ clashes, findings }: ObstaclesProps) {
  const t = useText()
  const link = (href: string | null, words: string) => (href ? <a href={href}>{words}</a> : words)
  return (
    <Notice tone="warning" title={t('preview.obstacles')}>
      <ul>
        {clashes.map(({ href, name }) => (
          <li key={name}>{link(href, t('preview.clash', { name }))}</li>
        ))}
        {findings.map(({ href, sentence }) => (
          <li key={sentence}>{link(href, sentence)}</li>
        ))}
      </ul>
    </Notice>
  )
}
