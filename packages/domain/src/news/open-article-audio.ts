import type { Readable } from 'node:stream'
import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { unit } from '../organisation'
import { type ArticleReference, articleInput } from './inputs'
import { readablePaths, readableUnit } from './readable-units'
import { article, articleAudio } from './schema'

export interface ArticleAudio {
  body: Readable
  contentType: string
  /** In bytes. */
  size: number
  etag: string
}

/** The spoken form of an article the reader may read. @throws NotFound when there is none for him */
export async function openArticleAudio(ctx: TenantContext, input: ArticleReference): Promise<ArticleAudio> {
  const paths = readablePaths(authorize(ctx, 'news.read'))
  const { articleId } = articleInput.parse(input)
  const [found] = await ctx.db
    .select({ fileKey: articleAudio.fileKey })
    .from(article)
    .innerJoin(unit, eq(unit.id, article.unitId))
    .innerJoin(articleAudio, and(eq(articleAudio.articleId, article.id), eq(articleAudio.version, article.version)))
    .where(and(eq(article.id, articleId), eq(article.status, 'published'), readableUnit(paths)))
  if (!found) throw new NotFound()
  return ctx.files.get(ctx.files.stored(found.fileKey))
}
