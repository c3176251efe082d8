import { authorize, inScope, NotFound, type Scope, type TenantContext, todayOf } from '@sotay/kernel'
import { eq, type SQL, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { isExemptOn } from './exempt-member'
import { type ListMembers, listMembersInput, type ParsedRosterFilter } from './inputs'
import { conditionsOf, type RosterQuestion } from './roster-conditions'
import { afterKey, type OrderKey, orderKey } from './roster-order'
import { type Leaving, type MembershipStatus, member } from './schema'

/** A line of the roster as a list shows it. */
export interface RosterRow {
  id: string
  fullName: string
  cardNumber: string
  phone: string | null
  gender: 'male' | 'female' | null
  status: MembershipStatus
  birthDate: string | null
  admittedOn: string | null
  confirmedOn: string | null
  probationEndsOn: string | null
  exemptFrom: string | null
  exemptUntil: string | null
  /** Exempt from meetings today. */
  exempt: boolean
  leftOn: string | null
  leaving: Leaving | null
  unitName: string
  /** The unit above the cell; cells of two committees may share a name. */
  committee: string | null
}

export interface RosterPage {
  members: RosterRow[]
  /** To be handed back as `after` for the page that follows. */
  next: string | undefined
  /** How many match; nothing when more than `TOTAL_UP_TO`. */
  total: number | undefined
  /** The unit of the filter. */
  unit: { id: string; name: string } | undefined
}

/** Beyond it matches are not counted and rows are read in the order of an index instead of being gathered and sorted. */
const TOTAL_UP_TO = 10_000

/**
 * A page of the roster, of the actor's scope alone.
 * @param also conditions on members that other modules know the meaning of
 * @throws NotFound for whom the roster is not, or for a unit outside the scope
 * Source: R8, R5
 */
export async function listMembers(
  ctx: TenantContext,
  input: ListMembers = {},
  also?: readonly SQL[],
): Promise<RosterPage> {
  const scope = authorize(ctx, 'members.read')
  const { order, after, size, ...filter } = listMembersInput.parse(input)
  const { question, unit: within } = await askRoster(ctx, scope, filter, also)
  const sorted = orderKey(order)
  const asked = { ctx, question, sorted, after, limit: size + 1 }
  const narrow = filter.status === 'left' || conditionsOf(question).length > 1
  const gathered = narrow ? await gather(asked) : { total: undefined, rows: [] }
  const many = !narrow || (gathered.total ?? 0) > TOTAL_UP_TO
  const [rows, whole] = many
    ? await Promise.all([walk(asked), narrow ? undefined : countAll(asked)])
    : [gathered.rows, undefined]
  const members = rows.slice(0, size)
  const last = members.at(-1)
  return {
    members: members.map(({ key: _, ...row }) => ({ ...row, exempt: isExemptOn(row, question.day) })),
    next: rows.length > size && last ? `${last.key}~${last.id}` : undefined,
    total: many ? whole : gathered.total,
    unit: within,
  }
}

/** Makes a question of a filter. @throws NotFound when its unit is outside the scope */
export async function askRoster(
  ctx: TenantContext,
  scope: Scope,
  filter: ParsedRosterFilter,
  also?: readonly SQL[],
): Promise<{ question: RosterQuestion; unit: { id: string; name: string } | undefined }> {
  const base = { scope, filter, also, day: todayOf(ctx) }
  if (!filter.unitId) return { question: base, unit: undefined }
  const [within] = await ctx.db
    .select({ id: unit.id, name: unit.name, path: unit.path, covered: sql<boolean>`${inScope(unit.path, scope)}` })
    .from(unit)
    .where(eq(unit.id, filter.unitId))
  if (!within?.covered) throw new NotFound()
  return { question: { ...base, unitPath: within.path }, unit: { id: within.id, name: within.name } }
}

interface Asked {
  ctx: TenantContext
  question: RosterQuestion
  sorted: OrderKey
  after: string | undefined
  limit: number
}
type KeyedRow = Omit<RosterRow, 'exempt'> & { key: string }

/** As a planner cannot guess it: what it takes for rare it would gather and sort, where many are known to match. */
const unguessed = (condition: SQL): SQL => sql`coalesce((${condition}), false)`

const all = (conditions: readonly SQL[]) => sql.join(conditions as SQL[], sql` and `)

/** Few match: all of them are found by the narrowest index, counted, and a page of them is sorted out. */
async function gather({ ctx, question, sorted, after, limit }: Asked) {
  const found = await ctx.db.execute<{ total: number; page: KeyedRow[] }>(sql`
    with found as materialized (
      select ${member.id} as id, ${sorted.column} as key from ${member}
      where ${all(conditionsOf(question))} limit ${TOTAL_UP_TO + 1}
    ), page as (
      select ${line}, place.key::text as key
      from (select * from found where (select count(*) from found) <= ${TOTAL_UP_TO}
          and ${afterKey(sorted, sql`key`, sql`id`, after)}
        order by ${sorted.compared(sql`key`)}, id limit ${limit}) place
      join ${member} on ${member.id} = place.id ${homes}
      where ${inScope(sql`home.path`, question.scope)}
      order by ${sorted.compared(sql`place.key`)}, place.id
    )
    select (select count(*)::int from found) as total, coalesce((select json_agg(page) from page), '[]'::json) as page`)
  const [row] = found
  return { total: row?.total, rows: row?.page ?? [] }
}

/** Many match: the index of the order is read until a page is full. */
async function walk({ ctx, question, sorted, after, limit }: Asked): Promise<KeyedRow[]> {
  const [standing, ...others] = conditionsOf(question)
  const beyond = [...sorted.bounds(question.filter), afterKey(sorted, sorted.column, sql`${member.id}`, after)]
  const rows = await ctx.db.execute(sql`
    select ${line}, ${sorted.column}::text as key
    from (select ${member.id} as id from ${member}
      where ${all([standing, ...others.map(unguessed), ...beyond])}
      order by ${sorted.compared(sorted.column)}, ${member.id} limit ${limit}) place
    join ${member} on ${member.id} = place.id ${homes}
    where ${inScope(sql`home.path`, question.scope)}
    order by ${sorted.compared(sorted.column)}, ${member.id}`)
  return rows as unknown as KeyedRow[]
}

/** How long a count of the whole roster is good for: it reads every line, and a list of so many is not checked by it. */
const COUNT_SECONDS = 60
const counted = new WeakMap<object, { at: number; n: number }>()

async function countAll({ ctx, question }: Asked): Promise<number> {
  const now = ctx.clock.now().getTime()
  const known = counted.get(ctx.db)
  if (known && Math.abs(now - known.at) < COUNT_SECONDS * 1000) return known.n
  const which = all(conditionsOf(question))
  const count = async (rows: SQL) =>
    (await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from (${rows}) counted`))[0]?.n ?? 0
  const few = await count(sql`select from ${member} where ${which} limit ${TOTAL_UP_TO + 1}`)
  if (few <= TOTAL_UP_TO) return few
  const n = await count(sql`select from ${member} where ${which}`)
  counted.set(ctx.db, { at: now, n })
  return n
}

const homes = sql`join ${unit} home on home.id = ${member.unitId} left join ${unit} above on above.id = home.parent_id`
export const line = sql`${member.id} as id, ${member.fullName} as "fullName", ${member.cardNumber} as "cardNumber",
  ${member.phone} as phone, ${member.gender} as gender, ${member.status} as status, ${member.birthDate} as "birthDate",
  ${member.admittedOn} as "admittedOn", ${member.confirmedOn} as "confirmedOn",
  ${member.probationEndsOn} as "probationEndsOn", ${member.exemptFrom} as "exemptFrom",
  ${member.exemptUntil} as "exemptUntil", ${member.leftOn} as "leftOn", ${member.leaving} as leaving,
  home.name as "unitName", above.name as committee`
