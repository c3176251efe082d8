import { session } from '@sotay/domain/accounts'
import { inRoster, member } from '@sotay/domain/members'
import { unit } from '@sotay/domain/organisation'
import { dayIn } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import type { TenantRecord } from '@sotay/tenancy'
import { instantOf } from '@sotay/tenant-config'
import { sql } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/** What a province's own schema is asked, in one statement: counts and nothing of anybody's. */
export interface ProvinceState {
  members: number
  units: number
  /** Accounts with a session begun or prolonged since midnight. */
  activeToday: number
  /** Outbox rows that are due and not handed to the queue. */
  outbox: number
}

/** @throws when the province's database does not answer */
export async function readProvinceState(ctx: OperationsContext, record: TenantRecord): Promise<ProvinceState> {
  if (record.status === 'provisioning') return { members: 0, units: 0, activeToday: 0, outbox: 0 }
  const { db, config } = await ctx.directory.context(record, { actor: ctx.actor })
  const now = ctx.clock.now()
  const midnight = instantOf(dayIn(config.timezone, now), '00:00', config.timezone).toISOString()
  const slides = sql`${config.accounts.sessions.slidingHours} * interval '1 hour'`
  const [row] = await db.execute<Record<keyof ProvinceState, number>>(sql`select
    (select count(*) from ${member} where ${inRoster})::int as members,
    (select count(*) from ${unit})::int as units,
    (select count(distinct ${session.accountId}) from ${session} where ${session.createdAt} >= ${midnight}::timestamptz
      or ${session.expiresAt} - ${slides} >= ${midnight}::timestamptz)::int as "activeToday",
    (select count(*) from ${outbox} where ${outbox.relayedAt} is null and ${outbox.dueAt} <= ${now.toISOString()}::timestamptz)::int
      as outbox`)
  return row!
}
