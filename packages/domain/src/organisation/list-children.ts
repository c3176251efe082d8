import type { TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { headcounts } from './headcount'
import { naturalOrder } from './names'
import { dateSql, places, type TreeDay } from './places'
import type { UnitKind } from './schema'

export interface ChildUnit {
  id: string
  name: string
  kind: UnitKind
  level: string
  /** Units directly below. */
  children: number
  /** Members in it and below. */
  members: number
}

const PAGE = 100

interface Wanted {
  parent: { id: string; path: string }
  at: TreeDay
  /** The last child of the page before. */
  after?: string
}

/** A page of what hangs directly on a unit on a day, and its agencies, of which there are few. */
export async function listChildren(ctx: TenantContext, { parent, at, after }: Wanted) {
  const day = dateSql(at.day)
  const tree = places(at.live, day)
  const key = (of: string) => {
    const [kind, name, id] = ['kind', 'name', 'id'].map((column) => sql.raw(`${of}.${column}`)) as [SQL, SQL, SQL]
    return sql`array_position(array['committee', 'steering', 'cell'], ${kind}), ${naturalOrder(name)}, ${id}`
  }
  const beyond = after
    ? sql`(${key('place')}) > (select ${key('last')} from ${tree} last where last.id = ${after})`
    : sql`true`
  const cells = headcounts(
    ctx,
    { live: at.live, day },
    sql`exists (select from page where home.path <@ page.path)`,
    !parent.path.includes('.'),
  )
  const [rows, agencies] = await Promise.all([
    ctx.db.execute(sql`
      with page as (
        select place.*, row_number() over () as turn from (
          select place.id, place.path, place.name, place.kind, place.level from ${tree} place
          where place.parent_id = ${parent.id} and place.kind <> 'agency' and ${beyond}
          order by ${key('place')} limit ${PAGE + 1}) place
      ), below as (
        select subpath(cell.path, 0, nlevel(${parent.path}::ltree) + 1) as path, sum(cell.n)::int as n
        from ${cells} cell group by 1
      )
      select page.id, page.name, page.kind, page.level, coalesce(below.n, 0) as members,
        (select count(*)::int from ${tree} child where child.parent_id = page.id) as children
      from page left join below on below.path = page.path order by page.turn`),
    ctx.db.execute(sql`
      select place.id, place.name from ${tree} place where place.parent_id = ${parent.id} and place.kind = 'agency'
      order by ${naturalOrder(sql`place.name`)}, place.id`),
  ])
  const children = (rows as unknown as ChildUnit[]).slice(0, PAGE)
  const next = rows.length > PAGE ? children.at(-1)!.id : null
  return { children, next, agencies: agencies as unknown as { id: string; name: string }[] }
}
