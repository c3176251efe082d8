import { audit, authorize, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import type { Article } from './draft-article'
import { type ArticleVersion, submitArticleInput } from './inputs'
import { assertState, assertVersion, loadForWriting } from './load-for-writing'
import { article } from './schema'

/**
 * Hands an article to the editorial board.
 * @throws NotFound outside the actor's newsroom · Conflict when it is not a draft, or was changed meanwhile
 */
export async function submitArticle(ctx: TenantContext, input: ArticleVersion): Promise<Article> {
  const scope = authorize(ctx, 'news.write')
  const { articleId, version } = submitArticleInput.parse(input)
  return transaction(ctx, async (tx) => {
    const found = await loadForWriting(tx, articleId, scope)
    assertState(found, ['draft', 'returned'])
    assertVersion(found, version)
    const [submitted] = await tx.db
      .update(article)
      .set({ status: 'submitted', updatedAt: tx.clock.now() })
      .where(eq(article.id, articleId))
      .returning()
    audit(tx, 'news.submitted', submitted!, { version })
    return submitted!
  })
}
