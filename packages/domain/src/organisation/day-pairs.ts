import { type Scope, scopeParam, type TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { loadPlace } from './load-place'
import { dateSql, places, treeDay } from './places'
import { organisationChange, unit, unitVersion } from './schema'
import { withinOn } from './scope-on-day'

/** SQL, the beginning of a query: `before` and `after`, the units of either day within reach, and `changed`. */
export async function dayPairs(
  ctx: TenantContext,
  scope: Scope,
  { from, to, unitId }: { from: string; to: string; unitId?: string },
): Promise<SQL> {
  if (unitId) await onEither(ctx, unitId, [from, to], scope)
  const reach = (day: string) => {
    const { live } = treeDay(ctx, day)
    const on = dateSql(day)
    const tree = places(live, on)
    const within = withinOn(sql`place.path`, sql`${scopeParam(scope)}::text`, { live, day: on })
    const below = unitId ? sql`place.path <@ (select path from ${tree} top where top.id = ${unitId})` : sql`true`
    return { tree, reached: sql`(select place.* from ${tree} place where ${within} and ${below})` }
  }
  const [one, other] = [reach(from), reach(to)]
  // Who is within reach on one day is looked up on the other wherever it was, so that leaving is moving, not ending.
  return sql`with before as (${one.reached}), after as (${other.reached}), changed as (
    select pair.*, coalesce(now.level, was.level) as level, coalesce(now.kind, was.kind) as kind,
      was.name as "nameBefore", now.name as "nameAfter", was_above.name as "parentBefore", now_above.name as "parentAfter",
      was.id is null as created, now.id is null and ending.kind is distinct from 'merge' as ended,
      now.id is null and ending.kind = 'merge' as merged, was.name <> now.name as renamed,
      was.parent_id is distinct from now.parent_id and was.id is not null and now.id is not null as moved, ending.home
    from (select id from before union select id from after) pair
    left join ${one.tree} was on was.id = pair.id left join ${other.tree} now on now.id = pair.id
    left join before was_above on was_above.id = was.parent_id left join after now_above on now_above.id = now.parent_id
    left join lateral (
      select change.kind, (select home.name from jsonb_to_recordset(change.plan -> 'effects' -> 'ended') as gone("unitId" uuid, home uuid)
        join ${unit} home on home.id = gone.home where gone."unitId" = pair.id limit 1) as home
      from ${unitVersion} last join ${organisationChange} change on change.id = last.closed_by
      where last.unit_id = pair.id and last.valid_until < ${to}::date order by last.valid_from desc limit 1) ending on now.id is null
    where was.id is null or now.id is null or was.name <> now.name or was.parent_id is distinct from now.parent_id)`
}

/** @throws NotFound when the unit lay outside the scope on every one of the days */
async function onEither(ctx: TenantContext, unitId: string, days: string[], scope: Scope) {
  const asked = days.map((day) => loadPlace(ctx, unitId, treeDay(ctx, day), scope))
  const answers = await Promise.allSettled(asked)
  const [first] = answers
  if (first?.status === 'rejected' && answers.every(({ status }) => status === 'rejected')) throw first.reason
}
