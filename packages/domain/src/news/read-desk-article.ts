import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { unit } from '../organisation'
import { cleanHtml } from './clean-html'
import { onDesk } from './desk-articles'
import type { Article } from './draft-article'
import { dueMoment } from './due-moment'
import { type ArticleReference, articleInput } from './inputs'
import { article } from './schema'

export interface DeskArticleInFull extends Article {
  unitName: string
  dueAt: Date | null
}

/** An article of the actor's desk, in whatever state, to be worked on. @throws NotFound for any other */
export async function readDeskArticle(ctx: TenantContext, input: ArticleReference): Promise<DeskArticleInFull> {
  const scope = authorize(ctx, 'news.write')
  const { articleId } = articleInput.parse(input)
  const [found] = await ctx.db
    .select({ article, unitName: unit.name })
    .from(article)
    .innerJoin(unit, eq(unit.id, article.unitId))
    .where(and(eq(article.id, articleId), onDesk(ctx, scope)))
  if (!found) throw new NotFound()
  const { article: row, unitName } = found
  return { ...row, body: cleanHtml(row.body), unitName, dueAt: dueMoment(ctx, row.eventAt) }
}
