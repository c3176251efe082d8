import { authorize, isId, NotFound, type Scope, scopeParam, type TenantContext, todayOf } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { unit, unitVersion, withinOn } from '../organisation'
import { type ReadAdoption, readAdoptionInput } from './inputs'
import { type CountColumn, countColumns } from './recount'
import { rulesOf, type TargetRule, targetsOn } from './rules'
import { adoptionCount } from './schema'
import { onDay, type Sums, sumDays, sumUnits, type TargetFigure } from './sum-counts'
import { daysBefore } from './timeline'

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
  const [lines, before] = countedOn
    ? await Promise.all([
        sumUnits(ctx, { unitId: place.id, targets }, countedOn),
        sumDays(ctx, { unitId: place.id, targets }, daysBefore(countedOn)),
      ])
    : [[], []]
  const total = lines.find(({ id }) => id === null)
  const units = lines.filter((line): line is AdoptionLine => line.id !== null && line.id !== place.id)
  const byRank = leagueTable && ranked
  return {
    unit: { id: place.id, name: place.name, kind: place.kind },
    above: place.above,
    day,
    countedOn,
    targets,
    total: total ?? { ...emptySums(), figures: targets.map(({ key }) => ({ key, base: null, reached: null })) },
    units: byRank ? [...units].sort(byShare) : units,
    mayRank: leagueTable,
    ranked: byRank,
    points: countedOn && total ? [...before, { day: countedOn, figures: total.figures }] : [],
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
  above: { id: string; name: string }[]
  counted_on: string | null
}

/** The unit asked for, or the outermost of the actor's own, as far as it lay below the actor's units on that day. */
async function findPlace(
  ctx: TenantContext,
  scope: Scope,
  { unitId, day }: { unitId?: string; day: string },
): Promise<Place> {
  if (unitId !== undefined && !isId(unitId)) throw new NotFound()
  const on = sql`${day}::date`
  const first = scope.paths.includes('') ? sql`nlevel(held.path) = 1` : sql`held.path = ${scope.paths[0] ?? ''}::ltree`
  const within = (path: SQL) => withinOn(path, sql`${scopeParam(scope)}::text`, { live: day === todayOf(ctx), day: on })
  const wanted = unitId ? sql`held.id = ${unitId}::uuid` : first
  const [found] = (await ctx.db.execute(sql`
    select held.id, place.name, place.kind, place.path::text as path,
      (select max(day) from ${adoptionCount} where day <= ${on})::text as counted_on,
      coalesce((
        select json_agg(json_build_object('id', up.unit_id, 'name', up.name) order by nlevel(up.path))
        from ${unitVersion} up
        where up.path @> place.path and up.path <> place.path and ${onDay('up', on)} and ${within(sql`up.path`)}), '[]'::json) as above
    from ${unit} held join ${unitVersion} place on place.unit_id = held.id
    where ${wanted} and ${onDay('place', on)} and ${within(sql`place.path`)}`)) as unknown as Place[]
  if (!found) throw new NotFound()
  return found
}
