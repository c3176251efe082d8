import { TooMany } from '@sotay/kernel'
import { derive } from '@sotay/tenancy'
import { operatorTry } from '@sotay/tenancy/schema'
import { inArray, sql } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/** At most `tries` within a quarter of an hour for one subject. */
export interface TryLimit {
  name: 'email' | 'address' | 'code'
  subject: string
  tries: number
}

const QUARTER_MS = 15 * 60_000

/**
 * Counts one try against its limits in one statement, before it is looked at: a hundred at once are a hundred.
 * @throws TooMany with the seconds until the last exceeded limit ends
 */
export async function countTry(ctx: OperationsContext, limits: TryLimit[]): Promise<void> {
  const now = ctx.clock.now()
  const until = new Date(now.getTime() + QUARTER_MS)
  // One order for all, or two tries could wait for each other.
  const rows = limits
    .map((limit) => ({ key: keyOf(ctx, limit), tries: 1, until }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const over = sql`${operatorTry.until} <= ${now.toISOString()}::timestamptz`
  const counted = await ctx.platform
    .insert(operatorTry)
    .values(rows)
    .onConflictDoUpdate({
      target: operatorTry.key,
      set: {
        tries: sql`case when ${over} then 1 else ${operatorTry.tries} + 1 end`,
        until: sql`case when ${over} then excluded.until else ${operatorTry.until} end`,
      },
    })
    .returning()
  const waits = limits.map((limit) => {
    const row = counted.find(({ key }) => key === keyOf(ctx, limit))!
    return row.tries > limit.tries ? row.until.getTime() - now.getTime() : 0
  })
  const longest = Math.max(...waits)
  if (longest > 0) throw new TooMany('operations.too-many-sign-ins', Math.ceil(longest / 1000))
}

/** Forgets what was counted: what succeeded clears the failures before it. */
export async function forgetTries(ctx: OperationsContext, limits: TryLimit[]): Promise<void> {
  const keys = limits.map((limit) => keyOf(ctx, limit))
  await ctx.platform.delete(operatorTry).where(inArray(operatorTry.key, keys))
}

/** Tries an operator's e-mail address may have; known and unknown ones alike. */
export const emailLimit = (email: string): TryLimit => ({ name: 'email', subject: email, tries: 10 })
/** Tries from one network address. */
export const addressLimit = (address: string): TryLimit => ({ name: 'address', subject: address, tries: 60 })
/** Second-factor codes of one operator. */
export const codeLimit = (operatorId: string): TryLimit => ({ name: 'code', subject: operatorId, tries: 5 })

const keyOf = (ctx: OperationsContext, { name, subject }: TryLimit): string =>
  derive(ctx.settings.secret, `operator-try:${name}:${subject}`)
