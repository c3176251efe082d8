import { covers, type Scope, type TenantContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { headcounts } from './headcount'
import { type ReadUnit, readUnitInput } from './inputs'
import { type ChildUnit, listChildren } from './list-children'
import { loadPlace, type UnitPlace } from './load-place'
import { dateSql, places, type TreeDay, treeDay } from './places'
import { readingScope } from './scope-on-day'

export interface UnitAbove {
  id: string
  name: string
  /** Within the actor's scope; of the others only the name is for everybody below. */
  readable: boolean
}

export interface UnitOnDay extends UnitPlace, TreeDay {
  /** From the province down to the unit's parent. */
  above: UnitAbove[]
  agencies: { id: string; name: string }[]
  /** Units below at any depth, by level key; agencies are not among them. */
  below: { level: string; units: number }[]
  /** Members in it and below. */
  members: number
  children: ChildUnit[]
  /** To be handed back as `after` for the children that follow. */
  next: string | null
}

/**
 * A unit as it stood on a day: the way up, what hangs on it, what and who is below.
 * @param input `after` the last child of the page before
 * @throws NotFound when it lay outside the actor's scope on that day
 * Source: R7
 */
export async function readUnit(ctx: TenantContext, input: ReadUnit): Promise<UnitOnDay> {
  const scope = readingScope(ctx)
  const { unitId, day, after } = readUnitInput.parse(input)
  const at = treeDay(ctx, day)
  const place = await loadPlace(ctx, unitId, at, scope)
  const above = readAbove(ctx, place, at, scope)
  if (!place.standing) {
    return { ...place, ...at, above: await above, agencies: [], below: [], members: 0, children: [], next: null }
  }
  const [way, below, members, { agencies, children, next }] = await Promise.all([
    above,
    countBelow(ctx, place, at),
    countMembers(ctx, place, at),
    listChildren(ctx, { parent: place, at, after }),
  ])
  return { ...place, ...at, above: way, agencies, below, members, children, next }
}

async function readAbove(ctx: TenantContext, { path }: UnitPlace, at: TreeDay, scope: Scope): Promise<UnitAbove[]> {
  const rows = await ctx.db.execute<{ id: string; name: string; path: string }>(sql`
    select up.id, up.name, up.path::text as path from ${places(at.live, dateSql(at.day))} up
    where up.path @> ${path}::ltree and up.path <> ${path}::ltree order by nlevel(up.path)`)
  return rows.map(({ id, name, path: own }) => ({ id, name, readable: covers(scope, own) }))
}

async function countBelow({ db }: TenantContext, { path }: UnitPlace, at: TreeDay) {
  const rows = await db.execute(sql`
    select level, count(*)::int as units from ${places(at.live, dateSql(at.day))} child
    where child.path <@ ${path}::ltree and child.path <> ${path}::ltree and kind <> 'agency' group by level`)
  return rows as unknown as UnitOnDay['below']
}

async function countMembers(ctx: TenantContext, { path }: UnitPlace, { live, day }: TreeDay): Promise<number> {
  const counted = headcounts(ctx, { live, day: dateSql(day) }, sql`home.path <@ ${path}::ltree`, !path.includes('.'))
  const [row] = await ctx.db.execute<{ members: number }>(
    sql`select coalesce(sum(n), 0)::int as members from ${counted} cell`,
  )
  return row?.members ?? 0
}
