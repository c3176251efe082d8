import { createHmac, timingSafeEqual } from 'node:crypto'
import { Conflict, newId, type TenantContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Credentials, loadCredentials } from './load-credentials'
import { account, type SignInOutcome, signInEvent } from './schema'

/** What is left to do after a right password; `token` carries the finished part to the next form. */
export type SignInStep = { status: 'signed-in'; accountId: string } | { status: PendingStep; token: string }

/** A temporary password must be replaced; a second factor must be given, or first be set up. */
export type PendingStep = 'password-change' | 'second-factor' | 'second-factor-setup'

const STEP_MINUTES = 10

const claims = z.object({
  a: z.uuid(),
  s: z.enum(['password-change', 'second-factor', 'second-factor-setup']),
  e: z.number(),
})

/** The next step of signing in; when none is left the sign-in is recorded. */
export async function nextStep(ctx: TenantContext, known: Credentials, device: string): Promise<SignInStep> {
  const pending = pendingStep(ctx, known)
  if (pending) return { status: pending, token: stepToken(ctx, known, pending) }
  await recordSignIn(ctx, known.accountId, 'signed-in', device)
  return { status: 'signed-in', accountId: known.accountId }
}

function pendingStep(ctx: TenantContext, known: Credentials): PendingStep | undefined {
  if (known.passwordExpiresAt) return 'password-change'
  if (known.totpSecret) return 'second-factor'
  const demanding: readonly string[] = ctx.config.accounts.totpRoles
  return known.roles.some((role) => demanding.includes(role)) ? 'second-factor-setup' : undefined
}

/**
 * Reads a step's token. It dies with the password it stands on.
 * @throws Conflict when it is late, for another step, or not ours: signing in begins anew
 */
export async function readStep(ctx: TenantContext, expected: PendingStep, token: string): Promise<Credentials> {
  const [payload = '', mac = ''] = token.split('.')
  const read = claims.safeParse(decode(payload))
  const known = read.success ? await loadCredentials(ctx, eq(account.id, read.data.a)) : undefined
  if (!read.success || !known || read.data.s !== expected || read.data.e <= ctx.clock.now().getTime()) throw lapsed()
  const given = Buffer.from(mac, 'base64url')
  const right = sign(ctx, payload, known)
  if (given.length !== right.length || !timingSafeEqual(given, right) || known.status !== 'active') throw lapsed()
  return known
}

const lapsed = () => new Conflict('accounts.sign-in-lapsed')

export async function recordSignIn(ctx: TenantContext, accountId: string, outcome: SignInOutcome, device: string) {
  await ctx.db.insert(signInEvent).values({ id: newId(), accountId, at: ctx.clock.now(), outcome, device })
}

function stepToken(ctx: TenantContext, known: Credentials, step: PendingStep): string {
  const expires = ctx.clock.now().getTime() + STEP_MINUTES * 60_000
  const content: z.input<typeof claims> = { a: known.accountId, s: step, e: expires }
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url')
  return `${payload}.${sign(ctx, payload, known).toString('base64url')}`
}

const sign = (ctx: TenantContext, payload: string, { passwordHash }: Credentials): Buffer =>
  createHmac('sha256', ctx.secretKey('accounts:sign-in-step')).update(`${payload}.${passwordHash}`).digest()

function decode(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
