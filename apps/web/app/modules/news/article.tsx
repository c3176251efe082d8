import { useLoaderData } from '@remix-run/react'
import { readArticle } from '@sotay/domain/news'
import { DateTime, ListenButton, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { titleOf } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const article = await readArticle(ctx, { articleId: params.articleId ?? '' })
  return { article, readAloud: ctx.config.newsroom?.readAloud ?? false, title: titleOf(ctx, article.title) }
})

export const meta = titleMeta

/** An article, to be read, heard or printed. */
export default function ArticlePage() {
  const { article, readAloud } = useLoaderData<typeof loader>()
  const t = useText()
  const { id, title, summary, body, column, unitName, publishedAt, hasAudio } = article
  const audioUrl = hasAudio ? `/tin-tuc/${id}/am-thanh` : undefined
  return (
    <article className="stack">
      <PageHeader title={title} breadcrumbs={[{ href: '/tin-tuc', label: t('list.title') }]} />
      <p className="meta">
        <span>{column}</span>
        <DateTime at={publishedAt} show="day-time" />
      </p>
      {readAloud ? <ListenButton title={title} textOf="bai-viet" audioUrl={audioUrl} /> : null}
      <div id="bai-viet" className="stack">
        <p className="lead">{summary}</p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the verb, on write and on read */}
        <div className="stack" dangerouslySetInnerHTML={{ __html: body }} />
      </div>
      <p className="meta">{t('article.answers', { unit: unitName })}</p>
    </article>
  )
}
