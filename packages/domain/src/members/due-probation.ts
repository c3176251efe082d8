import { addDays, authorize, inScope, type TenantContext, todayOf } from '@sotay/kernel'
import { and, eq, lte, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { inRoster } from './in-roster'
import { member } from './schema'

/** Up to which day ends of probation are announced; nothing where the province announces none. */
export function noticeDay(ctx: TenantContext): string | undefined {
  const days = ctx.config.roster?.probationNoticeDays
  return days ? addDays(todayOf(ctx), days) : undefined
}

/** How many in the actor's scope are due to be confirmed soon, and the nearest day; late ones count too. */
export async function countDueProbation(ctx: TenantContext): Promise<{ count: number; nearest: string | null }> {
  const scope = authorize(ctx, 'members.manage')
  const until = noticeDay(ctx)
  if (!until) return { count: 0, nearest: null }
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int`, nearest: sql<string | null>`min(${member.probationEndsOn})::text` })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(
      and(
        sql`${member.status} = 'probationary'`,
        lte(member.probationEndsOn, until),
        inRoster,
        inScope(unit.path, scope),
      ),
    )
  return row ?? { count: 0, nearest: null }
}
