import { param, query } from '@sotay/db'
import type { TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { above } from './find-units'
import { headcounts } from './headcount'
import { naturalOrder } from './names'
import { places } from './places'
import { type UnitKind, unit } from './schema'
import { withinOn } from './scope-on-day'

/** Units of one parent that a tree shows; the others are on the parent's own page. */
const BRANCH = 200

const scope = sql`${param('scope')}::text`
const day = sql`${param('day')}::date`
const open = sql`string_to_array(${param('open')}::text, ',')::uuid[]`

/** Agencies beside their committee first, then committees, bodies and cells, each by name. */
const siblingOrder = (place: 'place' | 'child'): SQL => {
  const [kind, name, id] = ['kind', 'name', 'id'].map((column) => sql.raw(`${place}.${column}`)) as [SQL, SQL, SQL]
  return sql`array_position(array['agency', 'committee', 'steering', 'cell'], ${kind}), ${naturalOrder(name)}, ${id}`
}

/**
 * The part of the tree that is open: the topmost units of the scope and what hangs directly on each opened unit, with
 * how many units hang on each and how many members are in it and below.
 */
const openTree = (name: string, at: { live: boolean; wide: boolean }) =>
  query(name, (db, ctx: TenantContext) => {
    const place = sql`${places(at.live, day)} place`
    const within = (path: SQL) => withinOn(path, scope, { live: at.live, day })
    const cells = headcounts(ctx, { live: at.live, day }, within(sql`home.path`), at.wide)
    const tree = sql`(
      with root as (
        select place.* from ${place} where (${scope} = '*' and place.parent_id is null)
          or place.id in (select id from ${unit} where path = any(string_to_array(${scope}, ',')::ltree[]))
      ), opened as (
        select id, path from root
        union
        select place.id, place.path from ${place} join ${places(at.live, day)} target on place.path @> target.path
        where target.id = any(${open}) and ${within(sql`place.path`)}
      ), shown as (
        select root.*, true as top, row_number() over (order by root.path) as turn from root
        union all
        select branch.*
        from opened cross join lateral (
          select place.*, false as top, row_number() over (order by ${siblingOrder('place')}) as turn
          from ${place} where place.parent_id = opened.id order by turn limit ${sql.raw(String(BRANCH))}) branch
      ), below as (
        select subpath(cell.path, 0, depth.n) as path, sum(cell.n)::int as n from ${cells} cell
        join (select distinct nlevel(path) as n from shown) depth on nlevel(cell.path) >= depth.n group by 1
      )
      select place.*, nlevel(place.path) as depth, coalesce(below.n, 0) as members,
        place.id in (select id from opened) as opened,
        (select count(*)::int from ${places(at.live, day)} child where child.parent_id = place.id) as children,
        case when place.top then ${above(at.live, day)} else '' end as above
      from shown place left join below on below.path = place.path) tree`
    return db
      .select({
        id: sql<string>`tree.id`,
        parentId: sql<string | null>`tree.parent_id`,
        name: sql<string>`tree.name`,
        kind: sql<UnitKind>`tree.kind`,
        level: sql<string>`tree.level`,
        top: sql<boolean>`tree.top`,
        opened: sql<boolean>`tree.opened`,
        children: sql<number>`tree.children`,
        members: sql<number>`tree.members`,
        above: sql<string>`tree.above`,
      })
      .from(tree)
      .orderBy(sql`tree.depth, tree.turn`)
  })

/** By whether today is asked for, and whether by somebody who sees most of the province. */
export const openTreeOf = {
  today: {
    wide: openTree('organisation.tree', { live: true, wide: true }),
    narrow: openTree('organisation.tree-narrow', { live: true, wide: false }),
  },
  another: {
    wide: openTree('organisation.tree-then', { live: false, wide: true }),
    narrow: openTree('organisation.tree-then-narrow', { live: false, wide: false }),
  },
}
