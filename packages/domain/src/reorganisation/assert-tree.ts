import { Conflict, type TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { assertHangs, type UnitKind, unitVersion } from '../organisation'
import { written } from './desk'

interface Written {
  changeId: string
  /** Ids of versions that were set right in place. */
  altered: string[]
}

const touched = ({ changeId, altered }: Written) => sql`(select * from ${unitVersion}
  where opened_by = ${changeId} or id = any(string_to_array(${altered.join(',')}, ',')::uuid[]))`

/** SQL: two versions share a day. */
const together = sql.raw(`one.valid_from <= coalesce(other.valid_until, 'infinity'::date)
  and other.valid_from <= coalesce(one.valid_until, 'infinity'::date)`)

/**
 * Holds what a change wrote against the whole tree: over all its days each unit hangs on one that stands, that may hold
 * it, and at the place its path says.
 * @throws Conflict naming the first unit that does not
 */
export async function assertTree(tx: TransactionContext, change: Written): Promise<void> {
  const [loose] = await tx.db.execute<{ name: string; above: string; last: string | null }>(sql`
    select one.name, life.name as above, life.last
    from ${touched(change)} one, lateral (
      select max(other.name) as name, min(other.valid_from) as first, max(other.valid_until) as last,
        bool_or(other.valid_until is null) as open, bool_and(subpath(one.path, 0, -1) = other.path) as straight
      from ${unitVersion} other where other.unit_id = one.parent_id and ${together}
    ) life
    where one.parent_id is not null and (life.first is null or life.first > one.valid_from or not life.straight
      or not (life.open or life.last >= coalesce(one.valid_until, 'infinity'::date)))
    limit 1`)
  if (loose) throw new Conflict('reorganisation.above-ends', { name: loose.name, target: loose.above ?? '' })
  const pairs = await tx.db.execute<{
    name: string
    kind: UnitKind
    level: string
    pkind: UnitKind
    plevel: string
  }>(sql`
    select distinct on (one.kind, one.level, other.kind, other.level) one.name, one.kind, one.level,
      other.kind as pkind, other.level as plevel
    from ${touched(change)} one join ${unitVersion} other on other.unit_id = one.parent_id and ${together}`)
  for (const pair of pairs) assertHangs(tx, pair, { kind: pair.pkind, level: pair.plevel })
}

/**
 * Units that would bear the name of another beside them, among those given.
 * @returns name and the day from which both stand, one line for each name
 */
export async function sameNames(tx: TransactionContext, change: Written, unitIds: string[]) {
  if (unitIds.length === 0) return []
  const rows = await tx.db.execute<{ name: string; day: string }>(sql`
    select one.name, min(greatest(one.valid_from, other.valid_from))::text as day
    from ${touched(change)} one join ${unitVersion} other
      on other.parent_id = one.parent_id and other.unit_id <> one.unit_id and lower(other.name) = lower(one.name) and ${together}
    where one.unit_id = any(string_to_array(${unitIds.join(',')}, ',')::uuid[])
    group by one.name order by one.name limit 20`)
  return [...rows].map(({ name, day }) => ({ name, day: written(day) }))
}
