import { defineJob, newId, type TenantContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type ArticleText, toPlainText } from './article-text'
import { article, articleAudio } from './schema'

/** What is left in the outbox when an article wants a spoken form. */
export const audioRequest = {
  name: 'news.synthesize-audio',
  input: z.object({ articleId: z.uuid(), version: z.number().int().positive() }),
}

/** Speaks one version of a published article and keeps it (QN 3.3). A second run finds it there and ends. */
export const synthesizeAudio = defineJob({
  ...audioRequest,
  concurrency: 1,
  limitSeconds: 120,
  async handler(ctx, { articleId, version }, { synthesize }) {
    if (!synthesize) return
    const [wanted] = await ctx.db
      .select({ title: article.title, summary: article.summary, body: article.body, audio: articleAudio.id })
      .from(article)
      .leftJoin(articleAudio, and(eq(articleAudio.articleId, article.id), eq(articleAudio.version, version)))
      .where(and(eq(article.id, articleId), eq(article.version, version), eq(article.status, 'published')))
    if (!wanted || wanted.audio) return
    const { audio, contentType } = await synthesize(spoken(wanted), ctx.locale)
    const extension = contentType === 'audio/mpeg' ? 'mp3' : 'wav'
    const key = ctx.files.key('news', articleId, `${version}.${extension}`)
    await ctx.files.put(key, audio, { contentType })
    await remember(ctx, { articleId, version, fileKey: key, contentType })
  },
})

const spoken = ({ title, summary, body }: ArticleText): string => [title, summary, toPlainText(body)].join('.\n\n')

const remember = (
  ctx: TenantContext,
  row: Pick<typeof articleAudio.$inferInsert, 'articleId' | 'version' | 'fileKey' | 'contentType'>,
) =>
  ctx.db
    .insert(articleAudio)
    .values({ id: newId(), ...row, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
