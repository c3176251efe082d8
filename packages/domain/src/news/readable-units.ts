import type { Scope } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { pathsAbove } from './approving-unit'
import type { NewsTab } from './inputs'

/**
 * The units whose articles a reader sees: those on the way from the root to his own, as one text for `readableUnit`.
 * @param scope what `authorize` answered for `news.read`: the reader's own path
 */
export function readablePaths(scope: Scope, tab: NewsTab = 'all'): string {
  const way = scope.paths.flatMap(pathsAbove)
  if (tab === 'province') return way.slice(0, 1).join(',')
  if (tab === 'cell') return way.slice(1).slice(-1).join(',')
  if (tab === 'upper') return way.slice(1, -1).join(',')
  return way.join(',')
}

/** SQL: the unit is one of `paths`, or an agency of one of them, for which it speaks. */
export const readableUnit = (paths: unknown): SQL => sql`${unit.id} in (
  select own.id from ${unit} own where own.path = any(string_to_array(${paths}, ',')::ltree[])
  union all
  select agency.id from ${unit} agency join ${unit} parent on parent.id = agency.parent_id
  where agency.kind = 'agency' and parent.path = any(string_to_array(${paths}, ',')::ltree[]))`
