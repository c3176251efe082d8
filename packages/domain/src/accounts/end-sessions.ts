import { audit, authorize, NotFound, type TenantContext, type TransactionContext, transaction } from '@sotay/kernel'
import { and, eq, lte, ne, or } from 'drizzle-orm'
import { session } from './schema'

/** Ends the session whose cookie is presented. Knowing its hash is the authority. */
export async function endSession(ctx: TenantContext, sessionHash: string): Promise<void> {
  authorize(ctx, 'accounts.signIn')
  await ctx.db.delete(session).where(eq(session.id, sessionHash))
}

/** Signs one of the actor's own devices out. @throws NotFound when it is not theirs */
export async function endDevice(ctx: TenantContext, { sessionId }: { sessionId: string }): Promise<void> {
  authorize(ctx, 'accounts.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  const ended = await ctx.db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.accountId, ctx.actor.accountId)))
    .returning({ id: session.id })
  if (ended.length === 0) throw new NotFound()
}

/** Signs the actor out everywhere, this device too unless it is kept. */
export async function endAllSessions(ctx: TenantContext, { keepThis = false } = {}): Promise<void> {
  authorize(ctx, 'accounts.own')
  const { actor } = ctx
  if (actor.kind !== 'member') throw new NotFound()
  await transaction(ctx, async (tx) => {
    await endSessionsOf(tx, actor.accountId, keepThis ? actor.sessionId : undefined)
    audit(tx, 'accounts.signed-out-everywhere', { id: actor.accountId })
  })
}

/** Ends an account's sessions as part of a larger act: a new password, a new role, a suspension. */
export async function endSessionsOf(tx: TransactionContext, accountId: string, kept?: string): Promise<void> {
  const others = kept ? ne(session.id, kept) : undefined
  await tx.db.delete(session).where(and(eq(session.accountId, accountId), others))
}

/** Forgets sessions that are over. */
export async function deleteExpiredSessions(ctx: TenantContext): Promise<void> {
  authorize(ctx, 'accounts.manage')
  const now = ctx.clock.now()
  await ctx.db.delete(session).where(or(lte(session.expiresAt, now), lte(session.endsAt, now)))
}
