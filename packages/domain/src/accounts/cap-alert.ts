import { audit, type TenantContext, TooMany, todayOf, transaction } from '@sotay/kernel'
import { and, eq, gt } from 'drizzle-orm'
import { consume, keyOf, type Limit } from './rate-limits'
import { rateLimit } from './schema'

const DAY_SECONDS = 86_400

/**
 * Counts a code against the province's daily cap. The first refusal of a day raises an alarm: the cap may be too small
 * for the day, or somebody sends messages at the province's expense (H23).
 * @throws TooMany beyond the cap
 */
export async function consumeProvince(ctx: TenantContext, limit: Limit): Promise<void> {
  try {
    await consume(ctx, 'accounts.too-many-codes', [limit])
  } catch (error) {
    if (error instanceof TooMany) await raiseOnce(ctx)
    throw error
  }
}

/** Whether the province's cap was reached today. */
export async function capReachedToday(ctx: TenantContext): Promise<boolean> {
  const [raised] = await ctx.db
    .select({ key: rateLimit.key })
    .from(rateLimit)
    .where(and(eq(rateLimit.key, keyOf(ctx, alarmOf(ctx))), gt(rateLimit.expire, ctx.clock.now())))
  return raised !== undefined
}

const alarmOf = (ctx: TenantContext): Limit => ({
  name: 'code-cap-alarm',
  subject: todayOf(ctx),
  points: 1,
  seconds: DAY_SECONDS,
})

async function raiseOnce(ctx: TenantContext): Promise<void> {
  try {
    await consume(ctx, 'accounts.too-many-codes', [alarmOf(ctx)])
  } catch (error) {
    if (error instanceof TooMany) return
    throw error
  }
  await transaction(ctx, async (tx) => {
    audit(tx, 'accounts.code-cap-reached', null, { cap: tx.config.accounts.codes.perTenantPerDay })
  })
}
