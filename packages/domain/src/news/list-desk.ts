import { authorize, type TenantContext } from '@sotay/kernel'
import { and, desc, eq } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { columnName } from './columns'
import { onDesk } from './desk-articles'
import { dueMoment } from './due-moment'
import { type ListDesk, listDeskInput } from './inputs'
import { type ArticleStatus, article } from './schema'

export interface DeskArticle {
  id: string
  title: string
  /** The column's name. */
  column: string
  status: ArticleStatus
  unitName: string
  authorName: string | null
  updatedAt: Date
  publishedAt: Date | null
  /** Until when it must be published; null when no clock runs. */
  dueAt: Date | null
}

const MOST = 100

/** What lies on the actor's desk, most recently touched first; of one state when given. */
export async function listDesk(ctx: TenantContext, input: ListDesk = {}): Promise<DeskArticle[]> {
  const scope = authorize(ctx, 'news.write')
  const { status } = listDeskInput.parse(input)
  const rows = await ctx.db
    .select({ article, unitName: unit.name, authorName: member.fullName })
    .from(article)
    .innerJoin(unit, eq(unit.id, article.unitId))
    .leftJoin(member, eq(member.id, article.authorId))
    .where(and(onDesk(ctx, scope), status ? eq(article.status, status) : undefined))
    .orderBy(desc(article.updatedAt), desc(article.id))
    .limit(MOST)
  return rows.map(({ article: row, unitName, authorName }) => ({
    id: row.id,
    title: row.title,
    column: columnName(ctx, row.column),
    status: row.status,
    unitName,
    authorName,
    updatedAt: row.updatedAt,
    publishedAt: row.publishedAt,
    dueAt: dueMoment(ctx, row.eventAt),
  }))
}
