import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { cleanHtml } from './clean-html'
import { assertColumn } from './columns'
import type { Article } from './draft-article'
import { type ReviseArticle, reviseArticleInput } from './inputs'
import { assertState, loadForWriting } from './load-for-writing'
import { article } from './schema'

/**
 * Saves a new version of an article that is not published.
 * @throws NotFound outside the actor's newsroom · Conflict when it was published, or when the version it was written
 * on is not the newest: `fields` then names what differs · Invalid when the column is not in force
 */
export async function reviseArticle(ctx: TenantContext, input: ReviseArticle): Promise<Article> {
  const scope = authorize(ctx, 'news.write')
  const { articleId, version, ...fields } = reviseArticleInput.parse(input)
  assertColumn(ctx, fields.column)
  const next = { ...fields, body: cleanHtml(fields.body) }
  return transaction(ctx, async (tx) => {
    const found = await loadForWriting(tx, articleId, scope)
    assertState(found, ['draft', 'submitted', 'returned'])
    if (found.version !== version) throw changedMeanwhile(found, next)
    const [revised] = await tx.db
      .update(article)
      .set({ ...next, version: version + 1, updatedAt: tx.clock.now() })
      .where(eq(article.id, articleId))
      .returning()
    audit(tx, 'news.revised', revised!, { version: revised!.version })
    return revised!
  })
}

type Content = Pick<Article, 'column' | 'title' | 'summary' | 'body' | 'eventAt'>

function changedMeanwhile(found: Article, typed: Content): Conflict {
  const names = ['title', 'summary', 'body', 'column', 'eventAt'] as const
  const differ = names.filter((name) => String(found[name]) !== String(typed[name]))
  return new Conflict('news.changed-meanwhile', { version: found.version, fields: differ.join(',') })
}
