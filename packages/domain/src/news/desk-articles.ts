import { authorize, inScope, may, type Scope, type TenantContext } from '@sotay/kernel'
import { eq, or, type SQL, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { article } from './schema'

/** SQL: an article of the desk: one's own within `scope`, and all of the units where one edits others'. */
export function onDesk(ctx: TenantContext, scope: Scope): SQL {
  const { actor } = ctx
  const own = actor.kind === 'member' ? eq(article.authorId, actor.memberId) : sql`false`
  const others = may(ctx, 'news.edit') ? authorize(ctx, 'news.edit') : { paths: [] }
  const edited = others.paths.length > 0 ? inScope(unit.path, others) : sql`false`
  return sql`(${inScope(unit.path, scope)} and (${or(own, edited)}))`
}
