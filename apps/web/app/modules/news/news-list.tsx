import { useLoaderData } from '@remix-run/react'
import { columnsInForce, listPublishedArticles } from '@sotay/domain/news'
import { ArticleCard, DateTime, EmptyState, ListenButton, PageHeader, Pagination, Tabs } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { ColumnChoice } from './column-choice'
import { listAddress, readListPlace, tabNames } from './list-address'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const place = readListPlace(url)
  const after = url.searchParams.get('sau') ?? undefined
  const { articles, next } = await listPublishedArticles(ctx, { ...place, after })
  const older = next ? listAddress(place, next) : undefined
  const newest = after ? listAddress(place) : undefined
  const readAloud = ctx.config.newsroom?.readAloud ?? false
  const title = pageTitle(ctx, 'news:list.title')
  return { articles, place, older, newest, columns: columnsInForce(ctx), readAloud, title }
})

export const meta = titleMeta

/** What the reader's own province, committees and cell published, newest first. */
export default function NewsListPage() {
  const { articles, place, older, newest, columns, readAloud } = useLoaderData<typeof loader>()
  const t = useText()
  const tabs = (Object.keys(tabNames) as (keyof typeof tabNames)[]).map((tab) => ({
    href: listAddress({ ...place, tab }),
    label: t(`list.tabs.${tab}`),
    current: tab === place.tab,
  }))
  return (
    <>
      <PageHeader title={t('list.title')} />
      <Tabs label={t('list.tabs.label')} items={tabs} />
      <ColumnChoice columns={columns} place={place} />
      {articles.length === 0 ? (
        <EmptyState icon="news" title={t('list.empty.title')}>
          {t('list.empty.text')}
        </EmptyState>
      ) : null}
      <div className="stack">
        {articles.map(({ id, title, summary, unitName, column, publishedAt }) => (
          <ArticleCard
            key={id}
            href={`/tin-tuc/${id}`}
            title={title}
            lead={summary}
            source={`${column} · ${unitName}`}
            when={<DateTime at={publishedAt} show="day-time" />}
            listen={readAloud ? <ListenButton title={title} text={`${title}. ${summary}`} /> : null}
          />
        ))}
      </div>
      {newest ? (
        <p>
          <a href={newest}>{t('list.newest')}</a>
        </p>
      ) : null}
      <Pagination next={older} />
    </>
  )
}
