import { keyedHash, type TenantContext, TooMany } from '@sotay/kernel'
import { inArray, sql } from 'drizzle-orm'
import { rateLimit } from './schema'

/** At most `points` within `seconds` for one subject. */
export interface Limit {
  name: string
  subject: string
  points: number
  seconds: number
  /** What this act counts; 0 asks without counting, at the same cost. */
  cost?: 0 | 1
}

/**
 * Counts one act against all its limits in one statement. It stands outside any transaction, so that a refused act
 * counts too and no row stays locked. The window begins with the first act and is read from the province's clock,
 * which is why rate-limiter-flexible (wall clock, timers, one instance a table) is not used here.
 * @throws TooMany naming when the last exceeded limit ends (H20, H23)
 */
export async function consume(ctx: TenantContext, code: string, limits: Limit[]): Promise<void> {
  const now = ctx.clock.now()
  const rows = limits.map((limit) => ({
    key: keyOf(ctx, limit),
    points: limit.cost ?? 1,
    expire: new Date(now.getTime() + limit.seconds * 1000),
  }))
  // One order for all, or two acts could wait for each other.
  rows.sort((a, b) => (a.key < b.key ? -1 : 1))
  const over = sql`${rateLimit.expire} <= ${now.toISOString()}::timestamptz`
  const counted = await ctx.db
    .insert(rateLimit)
    .values(rows)
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        points: sql`case when ${over} then excluded.points else ${rateLimit.points} + excluded.points end`,
        expire: sql`case when ${over} then excluded.expire else ${rateLimit.expire} end`,
      },
    })
    .returning()
  const waits = limits.map((limit) => {
    const row = counted.find((entry) => entry.key === keyOf(ctx, limit))!
    const before = row.points - (limit.cost ?? 1)
    return before >= limit.points ? row.expire.getTime() - now.getTime() : 0
  })
  const longest = Math.max(...waits)
  if (longest > 0) throw new TooMany(code, Math.ceil(longest / 1000))
}

/** Forgets what was counted: a right password clears the failures before it. */
export async function forget(ctx: TenantContext, limits: Limit[]): Promise<void> {
  await ctx.db.delete(rateLimit).where(
    inArray(
      rateLimit.key,
      limits.map((limit) => keyOf(ctx, limit)),
    ),
  )
}

/** The key a subject is counted under. */
export const keyOf = (ctx: TenantContext, { name, subject }: Limit): string =>
  keyedHash(ctx, 'accounts:limit', `${name}:${subject}`)
