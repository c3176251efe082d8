import type { TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { naturalOrder, unitVersion } from '../organisation'
import { type CountColumn, countColumns } from './recount'
import { measureOf, type TargetRule } from './rules'
import { adoptionCount } from './schema'

export type Sums = Record<CountColumn, number> & { cells: number }

/** How far a target is reached; no figures for what no part of the handbook records yet. */
export interface TargetFigure {
  key: string
  base: number | null
  reached: number | null
}

interface Asked {
  /** The unit that is summed up, as it stood on each day. */
  unitId: string
  targets: readonly TargetRule[]
}
type Row = Record<string, string | number | null>

/** Sums of the unit on a day and of each unit right below it; the line without an id is the unit's own. */
export async function sumUnits(ctx: TenantContext, asked: Asked, day: string) {
  const key = sql`subpath(cell.path, 0, least(nlevel(cell.path), nlevel(point.path) + 1))`
  const rows = await ctx.db.execute<Row>(sql`
    with ${parts(asked, [day], key)}, whole as (
      select key, ${allSums}${figureSums(asked)} from part group by grouping sets ((key), ())
    )
    select child.unit_id as id, child.name, child.kind, whole.* from whole
    left join ${unitVersion} child on child.path = whole.key and ${onDay('child', sql`${day}::date`)}
    where whole.key is null or child.unit_id is not null order by ${naturalOrder(sql`child.name`)}`)
  return rows.map((row) => ({
    ...(row as unknown as Sums),
    id: row.key === null ? null : String(row.id),
    name: String(row.name ?? ''),
    kind: String(row.kind ?? ''),
    figures: figuresOf(asked, row),
  }))
}

/** How far the targets were reached on each of some days, by the tree of that day; days that were not counted are absent. */
export async function sumDays(ctx: TenantContext, asked: Asked, days: readonly string[]) {
  const rows = await ctx.db.execute<Row>(sql`
    with ${parts(asked, days, sql`null`)}
    select day::text as day ${figureSums(asked)} from part group by part.day order by part.day`)
  return rows.map((row) => ({ day: String(row.day), figures: figuresOf(asked, row) }))
}

export const onDay = (alias: string, day: SQL) =>
  sql`${sql.raw(alias)}.valid_from <= ${day} and (${sql.raw(alias)}.valid_until is null or ${sql.raw(alias)}.valid_until >= ${day})`

const columns = sql.raw(countColumns.map((name) => `sum(counted.${name}) as ${name}`).join(', '))
const allSums = sql.raw(
  ['cells', ...countColumns].map((name) => `coalesce(sum(${name}), 0)::int as ${name}`).join(', '),
)

/**
 * SQL: the counts of the days, summed up by `key` and by which targets leave the unit out: each count is looked at once,
 * however many figures are made of it.
 */
function parts({ unitId, targets }: Asked, days: readonly string[], key: SQL): SQL {
  const spared = targets.map((target, index) => sql`, ${sparedOn(target)} as ${sparedBy(index)}`)
  const flags = targets.map((_, index) => sql`, cell.path <@ any(point.${sparedBy(index)}) as ${sparedBy(index)}`)
  const groups = targets.map((_, index) => sql.raw(`, ${index + 3}`))
  return sql`point as materialized (
      select day, root.path ${sql.join(spared, sql``)}
      from unnest(string_to_array(${days.join(',')}, ',')::date[]) day
      join ${unitVersion} root on root.unit_id = ${unitId}::uuid and ${onDay('root', sql`day`)}
    ), part as (
      select counted.day, ${key} as key ${sql.join(flags, sql``)},
        count(*) filter (where cell.kind = 'cell') as cells, ${columns}
      from point join ${adoptionCount} counted on counted.day = point.day
      join ${unitVersion} cell on cell.unit_id = counted.unit_id and cell.path <@ point.path and ${onDay('cell', sql`counted.day`)}
      group by 1, 2 ${sql.join(groups, sql``)}
    )`
}

const sparedBy = (index: number): SQL => sql.raw(`spared_${index}`)

/** SQL: paths, on the day of the point, of units that a target does not count. */
function sparedOn({ exempt }: TargetRule): SQL {
  const names = exempt.flatMap(({ units }) => units)
  if (names.length === 0) return sql`'{}'::ltree[]`
  const list = sql.join(
    names.map((name) => sql`${name}`),
    sql`, `,
  )
  return sql`array(select spared.path from ${unitVersion} spared where spared.name in (${list}) and ${onDay('spared', sql`day`)})`
}

function figureSums({ targets }: Asked): SQL {
  const figures = targets.map((target, index) => {
    const measure = measureOf(target)
    if (!measure) return sql``
    const sum = (column: string, name: string) =>
      sql.raw(`, coalesce(sum(${column}) filter (where not spared_${index}), 0)::int as ${name}_${index}`)
    return sql`${sum(measure.base, 'base')}${sum(measure.reached, 'reached')}`
  })
  return sql.join(figures, sql``)
}

const figuresOf = ({ targets }: Asked, row: Row): TargetFigure[] =>
  targets.map((target, index) => {
    if (!measureOf(target)) return { key: target.key, base: null, reached: null }
    return { key: target.key, base: Number(row[`base_${index}`]), reached: Number(row[`reached_${index}`]) }
  })
