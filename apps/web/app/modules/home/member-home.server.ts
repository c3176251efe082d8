import { modules } from '@sotay/domain'
import { type ArticleCard, listPublishedArticles } from '@sotay/domain/news'
import { type AgendaItem, may, type TenantContext } from '@sotay/kernel'
import { texts } from '../../shell/texts.server'

export interface MemberHomeData {
  agenda: AgendaItem[]
  /** Absent where the province has no news module. */
  articles: ArticleCard[] | null
  now: Date
}

const NEWS_ON_HOME = 6

/** What waits for the person, from every module that has something for them, and the newest articles. */
export async function readMemberHome(ctx: TenantContext): Promise<MemberHomeData> {
  const [agenda, articles] = await Promise.all([readAgenda(ctx), readNews(ctx)])
  return { agenda, articles, now: ctx.clock.now() }
}

async function readAgenda(ctx: TenantContext): Promise<AgendaItem[]> {
  const asked = modules.flatMap(({ agenda }) => (agenda && may(ctx, agenda.needs) ? [agenda.read(ctx)] : []))
  const items = (await Promise.all(asked)).flat().filter((item) => item.count > 0)
  const worded = items.map((item) => ({ ...item, label: texts.t(item.label, { count: item.count }) }))
  return worded.sort((a, b) => dueTime(a) - dueTime(b))
}

const dueTime = ({ dueAt }: AgendaItem) => (dueAt ? new Date(dueAt).getTime() : Number.POSITIVE_INFINITY)

async function readNews(ctx: TenantContext): Promise<ArticleCard[] | null> {
  if (!may(ctx, 'news.read')) return null
  const { articles } = await listPublishedArticles(ctx, { limit: NEWS_ON_HOME })
  return articles
}
