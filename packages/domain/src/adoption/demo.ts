import type { TenantContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { member } from '../members'
import { recountAdoption } from './recount'
import { todayOf } from './rules'
import { adoptionCount, smartphone } from './schema'
import { pointsBefore } from './timeline'

/**
 * A fictional census, nearly done, and counts of today. The days before are those of today less what had not happened
 * yet: the demonstration's only made-up figures, drawn from the same people.
 */
export async function demoAdoption(ctx: TenantContext): Promise<void> {
  if (!ctx.config.adoption) return
  const now = ctx.clock.now().toISOString()
  // By the last letters of ids: the same members each time, about one in sixteen unknown, one in eight without.
  await ctx.db.execute(sql`
    insert into ${smartphone} (member_id, has, recorded_by, recorded_at)
    select id, right(id::text, 1) not in ('1', '2'), 'demo', ${now}::timestamptz from ${member}
    where left_on is null and right(id::text, 1) <> '0'
    on conflict do nothing`)
  await recountAdoption(ctx)
  const today = todayOf(ctx)
  const points = pointsBefore(today).filter((day) => day !== today)
  for (const [index, day] of points.entries()) {
    const share = sql`${(index + 1) / (points.length + 1)}::float`
    const part = (column: string) => sql`floor(${sql.raw(column)} * ${share})::int`
    const grown = [
      'registered',
      'active',
      'probationary_registered',
      'probationary_active',
      'expected_registered',
      'expected_active',
      'counted_registered',
      'counted_active',
    ]
    await ctx.db.execute(sql`
      insert into ${adoptionCount} (day, unit_id, members, probationary, exempt, without_smartphone, smartphone_unknown, awaiting, expected, counted, ${sql.raw(grown.join(', '))})
      select ${day}::date, unit_id, members, probationary, exempt, without_smartphone, smartphone_unknown, awaiting, expected, counted, ${sql.join(grown.map(part), sql`, `)}
      from ${adoptionCount} where day = ${today}::date
      on conflict do nothing`)
  }
}
