import { audit, authorize, enqueue, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { assertApproves } from './approving-unit'
import type { Article } from './draft-article'
import { type ArticleVersion, publishArticleInput } from './inputs'
import { assertState, assertVersion, loadLocked } from './load-for-writing'
import { article } from './schema'
import { audioRequest } from './synthesize-audio'

/**
 * Publishes an article for the unit that answers for it, and asks for its spoken form.
 * @throws NotFound when the board that approves is not the actor's · Conflict when it is published or withdrawn already,
 * was changed meanwhile, or no board approves for its unit
 * Source: QN 7.4, 11.1
 */
export async function publishArticle(ctx: TenantContext, input: ArticleVersion): Promise<Article> {
  const scope = authorize(ctx, 'news.publish')
  const { articleId, version } = publishArticleInput.parse(input)
  return transaction(ctx, async (tx) => {
    const { article: found, path } = await loadLocked(tx, articleId, scope)
    assertState(found, ['draft', 'submitted'])
    assertVersion(found, version)
    await assertApproves(tx, path, scope)
    const now = tx.clock.now()
    const publishedBy = tx.actor.kind === 'member' ? tx.actor.memberId : null
    const [published] = await tx.db
      .update(article)
      .set({ status: 'published', publishedAt: now, publishedBy, updatedAt: now })
      .where(eq(article.id, articleId))
      .returning()
    audit(tx, 'news.published', published!, { version, unitId: found.unitId })
    if (tx.config.newsroom?.readAloud) enqueue(tx, audioRequest, { articleId, version })
    return published!
  })
}
