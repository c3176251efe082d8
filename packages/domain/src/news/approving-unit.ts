import { Conflict, covers, NotFound, type Scope, type TransactionContext, todayOf } from '@sotay/kernel'
import { and, sql } from 'drizzle-orm'
import { asOf, unit } from '../organisation'
import { boardsInForce } from './boards'

/** A unit's path and all above it, root first. */
export const pathsAbove = (path: string): string[] => {
  const labels = path.split('.')
  return labels.map((_, index) => labels.slice(0, index + 1).join('.'))
}

/** SQL: the path column is one of `paths`, given joined by commas. */
const isOneOf = (paths: unknown) => sql`${unit.path} = any(string_to_array(${paths}, ',')::ltree[])`

/**
 * Each level with a board of its own answers for its content; below, the nearest board above does, of the
 * units that exist today (QN 7.4, 11.1).
 * @throws NotFound when that board is outside the scope · Conflict when no level above has a board
 */
export async function assertApproves(tx: TransactionContext, path: string, scope: Scope): Promise<void> {
  const levels = boardsInForce(tx)
    .filter((board) => board.approves)
    .map((board) => board.level)
  const above = await tx.db
    .select({ path: unit.path, level: unit.level })
    .from(unit)
    .where(and(isOneOf(pathsAbove(path).join(',')), asOf(unit, todayOf(tx))))
  const approving = above
    .filter(({ level }) => levels.includes(level))
    .sort((one, other) => other.path.length - one.path.length)[0]
  if (!approving) throw new Conflict('news.no-board')
  if (!covers(scope, approving.path)) throw new NotFound()
}
