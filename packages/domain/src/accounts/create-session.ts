import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import { type CreateSession, createSessionInput } from './inputs'
import { account, session } from './schema'

/**
 * Opens a session for an account that has passed every step of signing in; the caller vouches for that.
 * @throws NotFound when the account is not active
 */
export async function createSession(ctx: TenantContext, input: CreateSession): Promise<{ expiresAt: Date }> {
  authorize(ctx, 'accounts.signIn')
  const { sessionHash, accountId, device } = createSessionInput.parse(input)
  const [owner] = await ctx.db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.id, accountId), eq(account.status, 'active'), isNull(account.passwordExpiresAt)))
  if (!owner) throw new NotFound()
  const { slidingHours, absoluteHours } = ctx.config.accounts.sessions
  const createdAt = ctx.clock.now()
  const endsAt = hoursAfter(createdAt, absoluteHours)
  const expiresAt = hoursAfter(createdAt, Math.min(slidingHours, absoluteHours))
  await ctx.db.insert(session).values({ id: sessionHash, accountId, createdAt, expiresAt, endsAt, device })
  return { expiresAt }
}

const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)
