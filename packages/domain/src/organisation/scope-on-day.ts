import { authorize, covers, may, type Scope, type TenantContext } from '@sotay/kernel'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { standsOn } from './places'
import { unit, unitVersion } from './schema'

/** Where the actor may look at the tree: an officer the units of the office, everybody their own (R5). */
export function readingScope(ctx: TenantContext): Scope {
  const own = authorize(ctx, 'organisation.read')
  const held = may(ctx, 'organisation.browse') ? authorize(ctx, 'organisation.browse') : { paths: [] }
  const outer = held.paths
  return { paths: [...outer, ...own.paths.filter((path) => !covers({ paths: outer }, path))] }
}

/**
 * SQL: the path of a day lies within the scope. Scopes are held by units as they stand today; on another day they reach
 * what lay below the same units then.
 * @param scope as one text parameter, `scopeParam(scope)`
 */
export const withinOn = (
  path: SQLWrapper,
  scope: SQLWrapper,
  { live, day }: { live: boolean; day: SQLWrapper },
): SQL => {
  const roots = sql`string_to_array(${scope}, ',')::ltree[]`
  if (live) return sql`(${scope} = '*' or ${path} <@ any(${roots}))`
  return sql`(${scope} = '*' or ${path} <@ any(array(
    select root.path from ${unit} held join ${unitVersion} root on root.unit_id = held.id
    where held.path = any(${roots}) and ${standsOn('root', day)})))`
}
