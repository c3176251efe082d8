import { authorize, type TenantContext } from '@sotay/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { session } from './schema'

/** Moves a session's end to `expiresAt`, never beyond its absolute end, never back. */
export async function slideSession(ctx: TenantContext, sessionHash: string, expiresAt: Date): Promise<void> {
  authorize(ctx, 'accounts.signIn')
  const wanted = sql`least(${expiresAt.toISOString()}::timestamptz, ${session.endsAt})`
  await ctx.db
    .update(session)
    .set({ expiresAt: wanted })
    .where(and(eq(session.id, sessionHash), sql`${session.expiresAt} < ${wanted}`))
}
