import { useText } from '@sotay/i18n'
import { ArticleCard, ButtonLink, DateTime, DueMoment, EmptyState, List } from '@sotay/ui'
import type { MemberHomeData } from './member-home.server'

/** A member's first page: what waits, by due moment, then the news. */
export function MemberHome({ agenda, articles, now }: MemberHomeData) {
  const t = useText('shell')
  return (
    <>
      <h1 className="off-screen">{t('home')}</h1>
      <section aria-labelledby="viec-cua-toi">
        <h2 id="viec-cua-toi">{t('agenda.title')}</h2>
        {agenda.length === 0 ? (
          <EmptyState title={t('agenda.none')}>{t('agenda.noneMore')}</EmptyState>
        ) : (
          <List>
            {agenda.map(({ href, label, count, dueAt }) => (
              <li key={href}>
                <a href={href}>{t(label, { count })}</a> {dueAt ? <DueMoment at={dueAt} now={now} /> : null}
              </li>
            ))}
          </List>
        )}
      </section>
      {articles ? <News articles={articles} /> : null}
    </>
  )
}

function News({ articles }: { articles: NonNullable<MemberHomeData['articles']> }) {
  const t = useText('shell')
  return (
    <section aria-labelledby="tin-moi">
      <h2 id="tin-moi">{t('news.title')}</h2>
      {articles.length === 0 ? <EmptyState title={t('news.none')}>{t('news.noneMore')}</EmptyState> : null}
      {articles.map(({ id, title, summary, unitName, publishedAt }) => (
        <ArticleCard
          key={id}
          level={3}
          href={`/tin-tuc/${id}`}
          title={title}
          lead={summary}
          source={unitName}
          when={<DateTime at={publishedAt} show="day-time" />}
        />
      ))}
      {articles.length > 0 ? (
        <p>
          <ButtonLink href="/tin-tuc" tone="secondary">
            {t('news.all')}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  )
}
