import { NotFound, type Scope, scopeParam, type TenantContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { dateSql, places, type TreeDay } from './places'
import { type UnitKind, unit } from './schema'
import { withinOn } from './scope-on-day'

/** A unit on a day. */
export interface UnitPlace {
  id: string
  parentId: string | null
  path: string
  kind: UnitKind
  level: string
  name: string
  /** The first and last day of its existence. */
  begins: string
  ends: string | null
  /** Whether it exists on the day. */
  standing: boolean
}

/**
 * A unit as it was on a day. One that did not exist then is shown as it is known today, to whom it belongs today.
 * @throws NotFound when it lay outside the scope on that day
 */
export async function loadPlace(ctx: TenantContext, unitId: string, at: TreeDay, scope: Scope): Promise<UnitPlace> {
  const day = dateSql(at.day)
  const paths = sql`${scopeParam(scope)}::text`
  const [found] = await ctx.db.execute(sql`
    select known.id, place.id is not null as standing, known.valid_from::text as begins, known.valid_until::text as ends,
      case when place.id is null then known.parent_id else place.parent_id end as "parentId",
      coalesce(place.path, known.path)::text as path, coalesce(place.kind, known.kind) as kind,
      coalesce(place.level, known.level) as level, coalesce(place.name, known.name) as name
    from ${unit} known left join ${places(at.live, day)} place on place.id = known.id
    where known.id = ${unitId} and case when place.id is null
      then ${withinOn(sql`known.path`, paths, { live: true, day })}
      else ${withinOn(sql`place.path`, paths, { live: at.live, day })} end`)
  if (!found) throw new NotFound()
  return found as unknown as UnitPlace
}
