import { createHash } from 'node:crypto'
import {
  createSession,
  deleteExpiredSessions,
  endAllSessions,
  endSession as endStoredSession,
  type LoadedSession,
  listSessions,
  loadActor,
  slideSession,
} from '@sotay/domain/accounts'
import type { MemberActor, TenantContext } from '@sotay/kernel'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'

// Lucia is imported here and nowhere else; leaving it means rewriting this file.
declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    DatabaseSessionAttributes: { device: string }
    DatabaseUserAttributes: { actor: MemberActor }
  }
}

/**
 * Bound to one host by its prefix: a sibling or a parent domain can neither set nor read it (H13). Browsers keep it on
 * plain http under localhost, which they trust.
 */
const COOKIE = '__Host-sid'

/** 25 random bytes in base32, as Lucia makes them; anything else costs no query. */
const TOKEN = /^[a-z2-7]{40}$/

export interface OpenSession {
  actor: MemberActor
  /** To be sent back when the session was prolonged. */
  refreshedCookie?: string
}

/** Who presents this `Cookie` header, in one query; nobody when the session is unknown to this province, or over. */
export async function readSession(ctx: TenantContext, cookieHeader: string | undefined): Promise<OpenSession | null> {
  const { lucia, prolonged } = sessionsOf(ctx)
  const token = tokenIn(lucia, cookieHeader)
  if (!token) return null
  const { session, user } = await lucia.validateSession(token)
  if (!session) return null
  const { actor } = user as typeof user & { actor: MemberActor }
  return prolonged() ? { actor, refreshedCookie: lucia.createSessionCookie(token).serialize() } : { actor }
}

/**
 * Opens a session, always under a new token, after `signIn` and its steps have said `signed-in` (H14).
 * @param device as the person will recognise it, at most 120 characters are kept
 * @throws NotFound when the account is not active
 */
export async function startSession(ctx: TenantContext, accountId: string, device: string): Promise<{ cookie: string }> {
  const { lucia } = sessionsOf(ctx)
  const { id } = await lucia.createSession(accountId, { device })
  return { cookie: lucia.createSessionCookie(id).serialize() }
}

/** Ends the session of this `Cookie` header, if there is one. The answer must carry `clearCookie`. */
export async function endSession(ctx: TenantContext, cookieHeader: string | undefined): Promise<void> {
  const { lucia } = sessionsOf(ctx)
  const token = tokenIn(lucia, cookieHeader)
  if (token) await lucia.invalidateSession(token)
}

/** The `Set-Cookie` that makes a browser forget its session. */
export const clearCookie = (): string => `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`

function tokenIn(lucia: Lucia, cookieHeader: string | undefined): string | undefined {
  const token = lucia.readSessionCookie(cookieHeader ?? '')
  return token && TOKEN.test(token) ? token : undefined
}

function sessionsOf(ctx: TenantContext) {
  const { adapter, prolonged } = adapterFor(ctx)
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(ctx.config.accounts.sessions.slidingHours, 'h'),
    sessionCookie: { name: COOKIE, attributes: { secure: true, sameSite: 'lax', path: '/' } },
    getUserAttributes: ({ actor }) => ({ actor }),
  })
  return { lucia: lucia as unknown as Lucia, prolonged }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Lucia's store over the province's own verbs: tokens are hashed before every look-up, times are the province's. */
function adapterFor(ctx: TenantContext) {
  // Lucia reads the machine's clock.
  const ahead = Date.now() - ctx.clock.now().getTime()
  const outward = (at: Date) => new Date(at.getTime() + ahead)
  const inward = (at: Date) => new Date(at.getTime() - ahead)
  let loaded: LoadedSession | undefined
  let slid = false
  const adapter: Adapter = {
    async getSessionAndUser(token) {
      loaded = await loadActor(ctx, hashOf(token))
      if (!loaded) return [null, null]
      const { actor, expiresAt } = loaded
      const found: DatabaseSession = {
        id: token,
        userId: actor.accountId,
        expiresAt: outward(expiresAt),
        attributes: { device: '' },
      }
      return [found, { id: actor.accountId, attributes: { actor } }]
    },
    async getUserSessions() {
      const open = await listSessions(ctx)
      const userId = ctx.actor.kind === 'member' ? ctx.actor.accountId : ''
      return open.map(({ sessionId, until, device }) => ({
        id: sessionId,
        userId,
        expiresAt: outward(until),
        attributes: { device },
      }))
    },
    async setSession({ id, userId, attributes }) {
      await createSession(ctx, { sessionHash: hashOf(id), accountId: userId, device: attributes.device })
    },
    async updateSessionExpiration(token, expiresAt) {
      // At its absolute end a session slides no further: no write for it.
      if (loaded && loaded.expiresAt >= loaded.endsAt) return
      await slideSession(ctx, hashOf(token), inward(expiresAt))
      slid = true
    },
    deleteSession: (token) => endStoredSession(ctx, hashOf(token)),
    deleteUserSessions: () => endAllSessions(ctx),
    deleteExpiredSessions: () => deleteExpiredSessions(ctx),
  }
  return { adapter, prolonged: () => slid }
}
