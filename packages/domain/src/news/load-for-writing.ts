import { authorize, Conflict, covers, inScope, NotFound, type Scope, type TransactionContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { unit } from '../organisation'
import type { Article } from './draft-article'
import { article } from './schema'

/** An article of the newsroom, locked for the transaction, with its unit's place. @throws NotFound outside the scope */
export async function loadLocked(tx: TransactionContext, articleId: string, scope: Scope) {
  const [found] = await tx.db
    .select({ article, path: unit.path })
    .from(article)
    .innerJoin(unit, eq(unit.id, article.unitId))
    .where(and(eq(article.id, articleId), inScope(unit.path, scope)))
    .for('update', { of: article })
  if (!found) throw new NotFound()
  return found
}

/** One's own article, or one of a unit where the actor edits others'. @throws NotFound otherwise */
export async function loadForWriting(tx: TransactionContext, articleId: string, scope: Scope): Promise<Article> {
  const { article: found, path } = await loadLocked(tx, articleId, scope)
  const own = tx.actor.kind === 'member' && found.authorId === tx.actor.memberId
  if (own) return found
  if (!covers(authorize(tx, 'news.edit'), path)) throw new NotFound()
  return found
}

/** @throws Conflict naming the state when the article is in none of `states` */
export function assertState(found: Article, states: readonly Article['status'][]): void {
  if (!states.includes(found.status)) throw new Conflict(`news.is-${found.status}`)
}

/** @throws Conflict when somebody saved another version meanwhile */
export function assertVersion(found: Article, version: number): void {
  if (found.version !== version) throw new Conflict('news.changed-meanwhile', { version: found.version, fields: '' })
}
