import { authorize, covers, isId, NotFound, type Scope, type TenantContext, todayOf } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { unit, unitVersion } from '../organisation'
import { type ReadAdoption, readAdoptionInput } from './inputs'
import { type CountColumn, countColumns } from './recount'
import { measureOf, rulesOf, type TargetRule, targetsOn } from './rules'
import { adoptionCount } from './schema'
import { pointsBefore } from './timeline'

export type Sums = Record<CountColumn, number> & { cells: number }

/** How far a target is reached; no figures for what no part of the handbook records yet. */
export interface TargetFigure {
  key: string
  base: number | null
  reached: number | null
}

export interface AdoptionLine extends Sums {
  id: string
  name: string
  kind: string
  figures: TargetFigure[]
}

interface AdoptionPoint {
  day: string
  figures: TargetFigure[]
}

export interface AdoptionOverview {
  unit: { id: string; name: string; kind: string }
  /** The units above it that the actor may open, outermost first. */
  above: { id: string; name: string }[]
  /** The day asked for, and the counted day it is answered with; none before the first count. */
  day: string
  countedOn: string | null
  targets: TargetRule[]
  total: Sums & { figures: TargetFigure[] }
  units: AdoptionLine[]
  /** Whether units may be put in order of their share. */
  mayRank: boolean
  ranked: boolean
  points: AdoptionPoint[]
}

/**
 * Who uses the handbook below a unit on a day: sums of maintained counts over the tree as it was on that day, and how they
 * went before. Three queries.
 * @throws NotFound outside the actor's scope, and where the province does not count
 * Source: CV 1; ĐX III
 */
export async function readAdoption(ctx: TenantContext, input: ReadAdoption = {}): Promise<AdoptionOverview> {
  const scope = authorize(ctx, 'adoption.read')
  const { unitId, day: asked, ranked } = readAdoptionInput.parse(input)
  const { leagueTable } = rulesOf(ctx)
  const today = todayOf(ctx)
  const day = asked && asked < today ? asked : today
  const place = await findPlace(ctx, scope, { unitId, day })
  const targets = targetsOn(ctx, day)
  const countedOn = place.counted_on
  const [lines, points] = countedOn
    ? await Promise.all([sumLines(ctx, place, countedOn, targets), sumPoints(ctx, place, countedOn)])
    : [[], []]
  const total = lines.find(({ id }) => id === null)
  const units = lines.filter((line): line is AdoptionLine => line.id !== null && line.id !== place.id)
  const byRank = leagueTable && ranked
  return {
    unit: { id: place.id, name: place.name, kind: place.kind },
    above: place.above.filter(({ path }) => covers(scope, path)).map(({ id, name }) => ({ id, name })),
    day,
    countedOn,
    targets,
    total: total ?? { ...emptySums(), figures: targets.map(({ key }) => ({ key, base: null, reached: null })) },
    units: byRank ? [...units].sort(byShare) : units,
    mayRank: leagueTable,
    ranked: byRank,
    points,
  }
}

/** The share of a base that is reached, in percent; nothing of nobody. */
export const shareOf = ({ base, reached }: Pick<TargetFigure, 'base' | 'reached'>): number | null =>
  base && reached !== null ? (reached / base) * 100 : null

function byShare(one: AdoptionLine, other: AdoptionLine): number {
  const share = ({ figures }: AdoptionLine) => figures.map(shareOf).find((value) => value !== null) ?? -1
  return share(other) - share(one)
}

const emptySums = (): Sums => ({
  ...(Object.fromEntries(countColumns.map((name) => [name, 0])) as Record<CountColumn, number>),
  cells: 0,
})

interface Place {
  id: string
  name: string
  kind: string
  /** Where it hung on the day. */
  path: string
  above: { id: string; name: string; path: string }[]
  counted_on: string | null
}

const onDay = (alias: string, day: SQL) =>
  sql`${sql.raw(alias)}.valid_from <= ${day} and (${sql.raw(alias)}.valid_until is null or ${sql.raw(alias)}.valid_until >= ${day})`

/** The unit asked for, or the outermost of the actor's own; scopes are held by units as they stand today. */
async function findPlace(
  ctx: TenantContext,
  scope: Scope,
  { unitId, day }: { unitId?: string; day: string },
): Promise<Place> {
  if (unitId !== undefined && !isId(unitId)) throw new NotFound()
  const on = sql`${day}::date`
  const first = scope.paths.includes('') ? sql`nlevel(held.path) = 1` : sql`held.path = ${scope.paths[0] ?? ''}::ltree`
  const wanted = unitId ? sql`held.id = ${unitId}::uuid` : first
  const [found] = (await ctx.db.execute(sql`
    select held.id, held.path::text as held_path, place.name, place.kind, place.path::text as path,
      (select max(day) from ${adoptionCount} where day <= ${on})::text as counted_on,
      coalesce((
        select json_agg(json_build_object('id', up.unit_id, 'name', up.name, 'path', now.path::text) order by nlevel(up.path))
        from ${unitVersion} up join ${unit} now on now.id = up.unit_id
        where up.path @> place.path and up.path <> place.path and ${onDay('up', on)}), '[]'::json) as above
    from ${unit} held join ${unitVersion} place on place.unit_id = held.id
    where ${wanted} and ${onDay('place', on)}`)) as unknown as (Place & { held_path: string })[]
  if (!found || !covers(scope, found.held_path)) throw new NotFound()
  return found
}

const sumOf = (name: string) => `sum(counted.${name})::int as ${name}`
const allSums = sql.raw(countColumns.map(sumOf).join(', '))

/** Sums of the unit and of each unit below it; the line without an id is the unit's own. */
async function sumLines(ctx: TenantContext, place: Place, countedOn: string, targets: TargetRule[]) {
  const on = sql`${countedOn}::date`
  const figures = targets.map((target, index) => figureSums(target, index, on))
  const rows = (await ctx.db.execute(sql`
    select child.unit_id as id, child.name, child.kind, count(distinct cell.unit_id) filter (where cell.kind = 'cell')::int as cells, ${allSums}
      ${sql.join(figures, sql``)}
    from ${adoptionCount} counted
    join ${unitVersion} cell on cell.unit_id = counted.unit_id and ${onDay('cell', on)}
    left join ${unitVersion} child on child.path = subpath(cell.path, 0, least(nlevel(cell.path), nlevel(${place.path}::ltree) + 1))
      and ${onDay('child', on)}
    where counted.day = ${on} and cell.path <@ ${place.path}::ltree
    group by grouping sets ((child.unit_id, child.name, child.kind), ())
    order by regexp_replace(regexp_replace(child.name, '(\\d+)', '00000\\1', 'g'), '\\d*(\\d{6})', '\\1', 'g') collate "vi-x-icu"`)) as unknown as Record<
    string,
    unknown
  >[]
  return rows.map((row) => ({
    ...(row as unknown as Sums),
    id: row.id as string | null,
    name: String(row.name ?? ''),
    kind: String(row.kind ?? ''),
    figures: targets.map((target, index) => figureOf(target, row, index)),
  }))
}

/** A target's numbers without the units it does not count. */
function figureSums(target: TargetRule, index: number, on: SQL): SQL {
  const measure = measureOf(target)
  if (!measure) return sql``
  const { base, reached } = measure
  const left = target.exempt.flatMap(({ units }) => units)
  const outside =
    left.length === 0
      ? sql`true`
      : sql`not cell.path <@ any(array(select spared.path from ${unitVersion} spared
          where spared.name in (${sql.join(
            left.map((name) => sql`${name}`),
            sql`, `,
          )}) and ${onDay('spared', on)}))`
  const sum = (column: string, name: string) =>
    sql`, coalesce(sum(counted.${sql.raw(column)}) filter (where ${outside}), 0)::int as ${sql.raw(`${name}_${index}`)}`
  return sql`${sum(base, 'base')}${sum(reached, 'reached')}`
}

const figureOf = (target: TargetRule, row: Record<string, unknown>, index: number): TargetFigure => {
  if (!measureOf(target)) return { key: target.key, base: null, reached: null }
  return { key: target.key, base: Number(row[`base_${index}`]), reached: Number(row[`reached_${index}`]) }
}

/** How the targets of today stood before, each day by the tree of that day. */
async function sumPoints(ctx: TenantContext, place: Place, countedOn: string): Promise<AdoptionPoint[]> {
  const targets = targetsOn(ctx, countedOn)
  const on = sql`counted.day`
  const figures = targets.map((target, index) => figureSums(target, index, on))
  const days = sql.join(
    pointsBefore(countedOn).map((point) => sql`${point}::date`),
    sql`, `,
  )
  const rows = (await ctx.db.execute(sql`
    select counted.day::text as day ${sql.join(figures, sql``)}
    from ${adoptionCount} counted
    join ${unitVersion} cell on cell.unit_id = counted.unit_id and ${onDay('cell', on)}
    join ${unitVersion} root on root.unit_id = ${place.id}::uuid and ${onDay('root', on)}
    where counted.day in (${days}) and cell.path <@ root.path
    group by counted.day order by counted.day`)) as unknown as Record<string, unknown>[]
  return rows.map((row) => ({
    day: String(row.day),
    figures: targets.map((target, index) => figureOf(target, row, index)),
  }))
}
