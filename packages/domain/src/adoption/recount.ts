import { authorize, type JobDefinition, type TenantContext, todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { account } from '../accounts'
import { signInEvent } from '../accounts/schema'
import { member } from '../members'
import { unit } from '../organisation'
import { activeSince } from './rules'
import { adoptionCount, smartphone } from './schema'

/** Days whose counts are all kept; of those before, the ends of months are. */
const DAILY = 60

const columns = [
  'members',
  'probationary',
  'exempt',
  'without_smartphone',
  'smartphone_unknown',
  'registered',
  'awaiting',
  'active',
  'probationary_registered',
  'probationary_active',
  'expected',
  'expected_registered',
  'expected_active',
  'counted',
  'counted_registered',
  'counted_active',
] as const
export type CountColumn = (typeof columns)[number]
export const countColumns: readonly CountColumn[] = columns

/** Which members each column counts. */
const conditions: Record<CountColumn, string> = {
  members: 'true',
  probationary: 'probationary',
  exempt: 'exempt',
  without_smartphone: 'full_member and has = false',
  smartphone_unknown: 'full_member and has is null',
  registered: 'registered',
  awaiting: 'awaiting',
  active: 'active',
  probationary_registered: 'probationary and registered',
  probationary_active: 'probationary and active',
  expected: 'full_member',
  expected_registered: 'full_member and registered',
  expected_active: 'full_member and active',
  counted: 'full_member and has',
  counted_registered: 'full_member and has and registered',
  counted_active: 'full_member and has and active',
}

const names = sql.raw(columns.join(', '))
const counts = sql.raw(
  columns.map((name) => `count(*) filter (where person.id is not null and ${conditions[name]})`).join(', '),
)
const renewed = sql.raw(columns.map((name) => `${name} = excluded.${name}`).join(', '))

/** Counts the whole province as it stands now, for today, in one statement. */
export async function recountAdoption(ctx: TenantContext): Promise<void> {
  authorize(ctx, 'adoption.recount')
  const today = sql`${todayOf(ctx)}::date`
  const since = sql`${activeSince(ctx).toISOString()}::timestamptz`
  await ctx.db.execute(sql`
    with person as (
      select m.id, m.unit_id, state.*, phone.has,
        not state.probationary and not state.exempt as full_member,
        coalesce(own.status in ('active', 'suspended'), false) as registered,
        coalesce(own.status = 'awaiting_approval', false) as awaiting,
        coalesce(own.status = 'active' and seen.account_id is not null, false) as active
      from ${member} m
      cross join lateral (select
        m.status = 'probationary' as probationary,
        m.status <> 'probationary' and coalesce(m.exempt_from <= ${today}, false)
          and (m.exempt_until is null or m.exempt_until >= ${today}) as exempt
      ) state
      left join ${smartphone} phone on phone.member_id = m.id
      left join ${account} own on own.member_id = m.id
      left join (select distinct account_id from ${signInEvent} where outcome = 'signed-in' and at >= ${since}) seen
        on seen.account_id = own.id
      where m.left_on is null
    )
    insert into ${adoptionCount} (day, unit_id, ${names})
    select ${today}, place.id, ${counts}
    from ${unit} place left join person on person.unit_id = place.id
    where person.id is not null
      or (place.kind = 'cell' and place.valid_from <= ${today} and (place.valid_until is null or place.valid_until >= ${today}))
      or exists (select 1 from ${adoptionCount} before where before.day = ${today} and before.unit_id = place.id)
    group by place.id
    order by place.id
    on conflict (day, unit_id) do update set ${renewed}`)
}

/** Keeps all of the last days, and of the time before them the ends of months. */
async function thinCounts(ctx: TenantContext): Promise<void> {
  authorize(ctx, 'adoption.recount')
  const first = sql`${todayOf(ctx)}::date - ${DAILY}::int`
  const monthEnd = sql`(date_trunc('month', ${adoptionCount.day}) + interval '1 month - 1 day')::date`
  await ctx.db.delete(adoptionCount).where(sql`${adoptionCount.day} < ${first} and ${adoptionCount.day} <> ${monthEnd}`)
}

const nothing = z.object({}).strict() as z.ZodType<Record<string, never>>

/** Follows what changes the counts, within seconds. */
export const recount: JobDefinition<Record<string, never>> = {
  name: 'adoption.recount',
  concurrency: 1,
  limitSeconds: 120,
  input: nothing,
  handler: recountAdoption,
}

/** Closes a day: the counts of who was active change without any act. */
export const closeDay: JobDefinition<Record<string, never>> = {
  name: 'adoption.close-day',
  concurrency: 1,
  limitSeconds: 300,
  input: nothing,
  async handler(ctx) {
    await recountAdoption(ctx)
    await thinCounts(ctx)
  },
}
