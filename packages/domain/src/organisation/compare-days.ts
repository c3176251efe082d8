import { authorize, type TenantContext, todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { dayPairs } from './day-pairs'
import { type CompareDays, compareDaysInput, type differences } from './inputs'
import { naturalOrder } from './names'
import type { UnitKind } from './schema'

export type Difference = (typeof differences)[number]

export interface ChangedUnit {
  id: string
  kinds: Difference[]
  /** Key of its level, on the later day where it exists then. */
  level: string
  kind: UnitKind
  nameBefore: string | null
  nameAfter: string | null
  parentBefore: string | null
  parentAfter: string | null
  /** Of a unit that ended: what took its work over. */
  home: string | null
}

export interface Comparison {
  from: string
  to: string
  /** How many units changed in each way; one that was renamed and moved counts under both. */
  counts: Record<Difference, number>
  /** Units by level key on either day; agencies are not among them. */
  levels: { level: string; before: number; after: number }[]
  units: ChangedUnit[]
  next: string | null
}

const PAGE = 100

/**
 * The tree on two days beside one another: what began, ended, was merged, renamed or hung elsewhere between them, as far
 * as it lay within the scope on one of them. Units that moved along with one above them are not counted as moved.
 * @param input two days in either order, a year ago and today when absent; `unitId` narrows to what lay in and below a unit on
 * either day; `kind` lists one sort alone
 * @throws NotFound when the unit is outside the scope on both days
 */
export async function compareDays(ctx: TenantContext, input: CompareDays = {}): Promise<Comparison> {
  const scope = authorize(ctx, 'organisation.browse')
  const { unitId, kind, after, ...days } = compareDaysInput.parse(input)
  const today = todayOf(ctx)
  const [from, to] = [days.from ?? yearBefore(today), days.to ?? today].sort() as [string, string]
  const pairs = await dayPairs(ctx, scope, { from, to, unitId })
  const flag = (of: Difference) => sql.raw(`changed.${of}`)
  const [tallied, levels, rows] = await Promise.all([
    ctx.db.execute<Record<Difference, number>>(sql`
      ${pairs} select count(*) filter (where created)::int as created, count(*) filter (where ended)::int as ended,
        count(*) filter (where merged)::int as merged, count(*) filter (where renamed)::int as renamed,
        count(*) filter (where moved)::int as moved from changed`),
    ctx.db.execute(sql`
      ${pairs} select level, count(*) filter (where was)::int as before, count(*) filter (where is_now)::int as after from (
        select coalesce(after.level, before.level) as level, before.id is not null as was, after.id is not null as is_now, 
          coalesce(after.kind, before.kind) as kind from before full join after on after.id = before.id) both_days
      where kind <> 'agency' group by level`),
    ctx.db.execute(sql`
      ${pairs}, listed as (
        select changed.*, ${naturalOrder(sql`coalesce("nameAfter", "nameBefore")`)} as turn from changed
        where ${kind ? flag(kind) : sql`true`})
      select id, level, kind, "nameBefore", "nameAfter", "parentBefore", "parentAfter", home,
        to_json(array_remove(array[case when created then 'created' end, case when merged then 'merged' when ended then 'ended' end,
          case when renamed then 'renamed' end, case when moved then 'moved' end], null)) as kinds
      from listed where ${after ? sql`(turn, id) > (select turn, id from listed where id = ${after})` : sql`true`}
      order by turn, id limit ${PAGE + 1}`),
  ])
  const units = (rows as unknown as ChangedUnit[]).slice(0, PAGE)
  return {
    from,
    to,
    counts: tallied[0]!,
    levels: levels as unknown as Comparison['levels'],
    units,
    next: rows.length > PAGE ? units.at(-1)!.id : null,
  }
}

// 29/2 stays on the calendar: the year before has its 28th.
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28')
