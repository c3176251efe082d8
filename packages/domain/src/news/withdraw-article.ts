import { audit, authorize, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { assertApproves } from './approving-unit'
import type { Article } from './draft-article'
import { type WithdrawArticle, withdrawArticleInput } from './inputs'
import { assertState, loadLocked } from './load-for-writing'
import { article } from './schema'

/**
 * Takes a published article back, with the reason; it stays in the newsroom.
 * @throws NotFound when the board that approves is not the actor's · Conflict when it is not published
 */
export async function withdrawArticle(ctx: TenantContext, input: WithdrawArticle): Promise<Article> {
  const scope = authorize(ctx, 'news.publish')
  const { articleId, reason } = withdrawArticleInput.parse(input)
  return transaction(ctx, async (tx) => {
    const { article: found, path } = await loadLocked(tx, articleId, scope)
    assertState(found, ['published'])
    await assertApproves(tx, path, scope)
    const now = tx.clock.now()
    const withdrawnBy = tx.actor.kind === 'member' ? tx.actor.memberId : null
    const [withdrawn] = await tx.db
      .update(article)
      .set({ status: 'withdrawn', withdrawnAt: now, withdrawnBy, withdrawalReason: reason, updatedAt: now })
      .where(eq(article.id, articleId))
      .returning()
    audit(tx, 'news.withdrawn', withdrawn!)
    return withdrawn!
  })
}
