import { randomBytes } from 'node:crypto'
import { type TenantContext, todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { account } from '../accounts'
import { signInEvent } from '../accounts/schema'
import { member } from '../members'
import { recountAdoption } from './recount'
import { adoptionCount, smartphone } from './schema'
import { daysBefore } from './timeline'

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
  await demoAccounts(ctx)
  await recountAdoption(ctx)
  const today = todayOf(ctx)
  const points = daysBefore(today)
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

/** Fictional accounts that nobody can sign in to, away from the cells whose people are there to be tried; and sign-ins. */
async function demoAccounts(ctx: TenantContext): Promise<void> {
  const now = ctx.clock.now().toISOString()
  const locked = `$argon2id$v=19$m=19456,t=2,p=1$${bytes(16)}$${bytes(32)}`
  await ctx.db.execute(sql`
    insert into ${account} (id, member_id, status, password_hash, registered_at, decided_at)
    select gen_random_uuid(), id, 'active', ${locked}, ${now}::timestamptz, ${now}::timestamptz from ${member} m
    where left_on is null and right(id::text, 1) not in ('a', 'b', 'c') and not exists (
      select 1 from ${account} held join ${member} near on near.id = held.member_id where near.unit_id = m.unit_id)`)
  await ctx.db.execute(sql`
    insert into ${signInEvent} (id, account_id, at, outcome, device)
    select gen_random_uuid(), id, ${now}::timestamptz - interval '1 day', 'signed-in', 'Điện thoại' from ${account}
    where status = 'active' and right(member_id::text, 1) not in ('3', '4')`)
}

const bytes = (count: number): string => randomBytes(count).toString('base64').replace(/=+$/, '')
