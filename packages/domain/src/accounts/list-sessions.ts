import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { and, desc, eq, gt } from 'drizzle-orm'
import { session, signInEvent } from './schema'

/** The actor's signed-in devices, newest first. */
export async function listSessions(ctx: TenantContext) {
  authorize(ctx, 'accounts.own')
  const { actor } = ctx
  if (actor.kind !== 'member') throw new NotFound()
  const open = await ctx.db
    .select({ sessionId: session.id, device: session.device, since: session.createdAt, until: session.expiresAt })
    .from(session)
    .where(and(eq(session.accountId, actor.accountId), gt(session.expiresAt, ctx.clock.now())))
    .orderBy(desc(session.createdAt))
    .limit(50)
  return open.map((entry) => ({ ...entry, current: entry.sessionId === actor.sessionId }))
}

/** The actor's latest sign-ins and attempts, newest first. */
export async function listSignIns(ctx: TenantContext) {
  authorize(ctx, 'accounts.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  return ctx.db
    .select({ id: signInEvent.id, at: signInEvent.at, outcome: signInEvent.outcome, device: signInEvent.device })
    .from(signInEvent)
    .where(eq(signInEvent.accountId, ctx.actor.accountId))
    .orderBy(desc(signInEvent.at))
    .limit(20)
}
