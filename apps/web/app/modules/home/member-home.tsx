import { useText } from '@sotay/i18n'
import { ArticleCard, Card, DateTime, DueMoment, List, ListenButton } from '@sotay/ui'
import type { MemberHomeData } from './member-home.server'

/** A member's first page: what waits, by due moment, then the news. */
export function MemberHome({ agenda, articles, now }: MemberHomeData) {
  const t = useText('shell')
  return (
    <>
      <h1 className="off-screen">{t('home')}</h1>
      <Card title={t('agenda.title')}>
        {agenda.length === 0 ? (
          <p>
            <strong>{t('agenda.none')}</strong> {t('agenda.noneMore')}
          </p>
        ) : (
          <List>
            {agenda.map(({ href, label, dueAt }) => (
              <p key={href}>
                <a href={href}>{label}</a> {dueAt ? <DueMoment at={dueAt} now={now} /> : null}
              </p>
            ))}
          </List>
        )}
      </Card>
      {articles ? <News articles={articles} /> : null}
    </>
  )
}

function News({ articles }: { articles: NonNullable<MemberHomeData['articles']> }) {
  const t = useText('shell')
  if (articles.length === 0) return <Card title={t('news.title')}>{t('news.none')}</Card>
  return (
    <Card title={t('news.title')} action={<a href="/tin-tuc">{t('news.all')}</a>}>
      <List>
        {articles.map(({ id, title, summary, unitName, publishedAt }) => (
          <ArticleCard
            key={id}
            level={3}
            href={`/tin-tuc/${id}`}
            title={title}
            lead={summary}
            source={unitName}
            when={<DateTime at={publishedAt} show="day-time" />}
            listen={<ListenButton title={title} text={`${title}. ${summary}`} />}
          />
        ))}
      </List>
    </Card>
  )
}
