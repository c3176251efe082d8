import { audit, authorize, newId, type TenantContext, transaction } from '@sotay/kernel'
import { loadAnsweringUnit } from './answering-units'
import { cleanHtml } from './clean-html'
import { assertColumn } from './columns'
import { type DraftArticle, draftArticleInput } from './inputs'
import { article } from './schema'

export type Article = typeof article.$inferSelect

/**
 * Begins an article for a unit.
 * @throws NotFound when the unit is outside the actor's newsroom · Invalid when the column is not in force
 */
export async function draftArticle(ctx: TenantContext, input: DraftArticle): Promise<Article> {
  const scope = authorize(ctx, 'news.write')
  const { unitId, body, ...fields } = draftArticleInput.parse(input)
  assertColumn(ctx, fields.column)
  return transaction(ctx, async (tx) => {
    await loadAnsweringUnit(tx, unitId, scope)
    const now = tx.clock.now()
    const row = { ...fields, body: cleanHtml(body), createdAt: now, updatedAt: now }
    const authorId = tx.actor.kind === 'member' ? tx.actor.memberId : null
    const [drafted] = await tx.db
      .insert(article)
      .values({ id: newId(), unitId, authorId, status: 'draft', ...row })
      .returning()
    audit(tx, 'news.drafted', drafted!, { unitId })
    return drafted!
  })
}
