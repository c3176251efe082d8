import { param, query } from '@sotay/db'
import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { and, eq, isNotNull } from 'drizzle-orm'
import { unit } from '../organisation'
import { cleanHtml } from './clean-html'
import { columnName } from './columns'
import { type ArticleReference, articleInput } from './inputs'
import { readablePaths, readableUnit } from './readable-units'
import { article, articleAudio } from './schema'

export interface PublishedArticle {
  id: string
  title: string
  summary: string
  /** Clean HTML. */
  body: string
  /** The column's name. */
  column: string
  /** The unit that answers for it. */
  unitName: string
  publishedAt: Date
  /** Its spoken form is ready. */
  hasAudio: boolean
}

const one = query('news.article', (db) =>
  db
    .select({
      id: article.id,
      title: article.title,
      summary: article.summary,
      body: article.body,
      column: article.column,
      unitName: unit.name,
      publishedAt: article.publishedAt,
      audio: articleAudio.id,
    })
    .from(article)
    .innerJoin(unit, eq(unit.id, article.unitId))
    .leftJoin(articleAudio, and(eq(articleAudio.articleId, article.id), eq(articleAudio.version, article.version)))
    .where(
      and(
        eq(article.id, param('id')),
        eq(article.status, 'published'),
        isNotNull(article.publishedAt),
        readableUnit(param('paths')),
      ),
    ),
)

/** A published article of one of the reader's own units; a hot read. @throws NotFound for any other */
export async function readArticle(ctx: TenantContext, input: ArticleReference): Promise<PublishedArticle> {
  const paths = readablePaths(authorize(ctx, 'news.read'))
  const { articleId } = articleInput.parse(input)
  const [found] = await one(ctx, { id: articleId, paths })
  if (!found) throw new NotFound()
  const { audio, publishedAt, ...rest } = found
  return {
    ...rest,
    publishedAt: publishedAt!,
    body: cleanHtml(rest.body),
    column: columnName(ctx, rest.column),
    hasAudio: audio !== null,
  }
}
