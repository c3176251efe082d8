import { authorize, type JobDefinition } from '@sotay/kernel'
import { lte } from 'drizzle-orm'
import { z } from 'zod'
import { deleteExpiredSessions } from './end-sessions'
import { oneTimeCode, rateLimit } from './schema'

/** Codes are kept a day beyond their end, for the help desk. */
const KEEP_CODES_MS = 86_400_000

/** Forgets codes, sessions and counts that are over. */
export const purge: JobDefinition<Record<string, never>> = {
  name: 'accounts.purge',
  input: z.object({}).strict() as z.ZodType<Record<string, never>>,
  async handler(ctx) {
    authorize(ctx, 'accounts.manage')
    const now = ctx.clock.now()
    await ctx.db.delete(oneTimeCode).where(lte(oneTimeCode.expiresAt, new Date(now.getTime() - KEEP_CODES_MS)))
    await ctx.db.delete(rateLimit).where(lte(rateLimit.expire, now))
    await deleteExpiredSessions(ctx)
  },
}
