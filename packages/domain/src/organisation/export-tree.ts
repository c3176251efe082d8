import { authorize, scopeParam, type TenantContext } from '@sotay/kernel'
import { writeWorkbook } from '@sotay/sheets'
import { sql } from 'drizzle-orm'
import { countExport } from './count-export'
import { above } from './find-units'
import { headcounts } from './headcount'
import { type ExportTree, exportTreeInput } from './inputs'
import { levelName } from './levels'
import { loadPlace } from './load-place'
import texts from './locales/vi.json'
import { naturalOrder } from './names'
import { dateSql, places, treeDay } from './places'
import type { UnitKind } from './schema'
import { withinOn } from './scope-on-day'

interface Row {
  name: string
  level: string
  kind: UnitKind
  above: string
  from: string
  until: string | null
  members: number
}

/**
 * The tree of a day as a workbook, from the top down: all that the actor may export, or what is in and below a unit.
 * @throws NotFound outside the scope · Conflict and TooMany beyond what the province lets out (`countExport`)
 * Source: R7, QN 17.3
 */
export async function exportTree(
  ctx: TenantContext,
  input: ExportTree = {},
): Promise<{ name: string; content: Buffer }> {
  const scope = authorize(ctx, 'organisation.export')
  const { day, unitId } = exportTreeInput.parse(input)
  const at = treeDay(ctx, day)
  const top = unitId ? await loadPlace(ctx, unitId, at, scope) : undefined
  const on = dateSql(at.day)
  const within = withinOn(sql`place.path`, sql`${scopeParam(scope)}::text`, { live: at.live, day: on })
  const below = top ? sql`place.path <@ ${top.path}::ltree` : sql`true`
  const cells = headcounts(ctx, { live: at.live, day: on }, sql`true`, true)
  const rows = (await ctx.db.execute(sql`
    with cell as ${cells}, below as (
      select subpath(cell.path, 0, depth) as path, sum(cell.n)::int as n
      from cell cross join lateral generate_series(1, nlevel(cell.path)) depth group by 1)
    select place.*, place.valid_from::text as "from", place.valid_until::text as until, coalesce(below.n, 0) as members
    from (select place.*, ${above(at.live, on)} as above from ${places(at.live, on)} place where ${within} and ${below}) place
    left join below on below.path = place.path
    order by nlevel(place.path), place.above collate "vi-x-icu", ${naturalOrder(sql`place.name`)}, place.id`)) as unknown as Row[]
  await countExport(ctx, 'organisation.tree', rows.length)
  return { name: `${texts.export.file}-${at.day}.xlsx`, content: await write(ctx, rows, at.day) }
}

const { columns, kinds } = texts.export

const write = (ctx: TenantContext, rows: Row[], day: string): Promise<Buffer> =>
  writeWorkbook<Row>(
    {
      sheet: texts.export.sheet,
      title: texts.export.title
        .replace('{{name}}', ctx.config.name)
        .replace('{{day}}', day.split('-').reverse().join('/')),
      columns: [
        { header: columns.name, width: 50, value: (row) => row.name },
        { header: columns.level, width: 24, value: (row) => levelName(ctx, row.level) },
        { header: columns.kind, width: 16, value: (row) => kinds[row.kind] },
        { header: columns.above, width: 60, value: (row) => row.above },
        { header: columns.members, width: 14, value: (row) => row.members },
        { header: columns.from, width: 14, value: (row) => dateOf(row.from) },
        { header: columns.until, width: 14, value: (row) => dateOf(row.until) },
      ],
    },
    rows,
  )

const dateOf = (day: string | null): Date | null => (day ? new Date(`${day}T00:00:00Z`) : null)
