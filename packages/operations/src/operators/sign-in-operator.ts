import { randomBytes } from 'node:crypto'
import { Invalid } from '@sotay/kernel'
import { operator, operatorSession } from '@sotay/tenancy/schema'
import { and, eq, isNull, lt, lte, or } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { openOperatorSecret } from '../platform/operator-secret'
import { recordOperation } from '../record-operation'
import { asOperator } from './as-operator'
import { readChallenge } from './challenge'
import { codeStep } from './code-step'
import { type OperatorCode, operatorCodeInput } from './inputs'
import { codeLimit, countTry, emailLimit, forgetTries } from './limit-tries'
import { sessionHash } from './session-hash'

/** A working day; it does not slide. */
const SESSION_HOURS = 8

export interface OperatorSession {
  /** For the cookie alone; the database has its hash. */
  token: string
  expiresAt: Date
}

/**
 * Second part of an operator's sign-in: a right code, once, opens a new session.
 * @throws Conflict when the challenge lapsed · Invalid for a wrong or used code · TooMany after five tries
 */
export async function signInOperator(ctx: OperationsContext, input: OperatorCode): Promise<OperatorSession> {
  const { challenge, code, device } = operatorCodeInput.parse(input)
  const known = await readChallenge(ctx, challenge)
  await countTry(ctx, [codeLimit(known.id)])
  const acting = asOperator(ctx, known.id)
  if (!(await takeCode(acting, known, code))) {
    await recordOperation(acting, 'operator.code-refused', null)
    throw new Invalid({ code: ['operations.code-refused'] }, 'operations.code-refused')
  }
  await forgetTries(ctx, [codeLimit(known.id), emailLimit(known.email)])
  const session = await openSession(acting, known.id, device)
  await recordOperation(acting, 'operator.signed-in', null)
  return session
}

/** True once for a code of a later step than any accepted before, in one statement (H21). */
async function takeCode(ctx: OperationsContext, known: typeof operator.$inferSelect, code: string): Promise<boolean> {
  const step = await codeStep(ctx, openOperatorSecret(ctx, known), code)
  if (step === undefined) return false
  const taken = await ctx.platform
    .update(operator)
    .set({ totpStep: step })
    .where(and(eq(operator.id, known.id), or(isNull(operator.totpStep), lt(operator.totpStep, step))))
    .returning({ id: operator.id })
  return taken.length === 1
}

async function openSession(ctx: OperationsContext, operatorId: string, device: string): Promise<OperatorSession> {
  const token = randomBytes(32).toString('base64url')
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + SESSION_HOURS * 3_600_000)
  const over = and(eq(operatorSession.operatorId, operatorId), lte(operatorSession.expiresAt, createdAt))
  await ctx.platform.delete(operatorSession).where(over)
  const row = { id: sessionHash(token), operatorId, createdAt, expiresAt, device }
  await ctx.platform.insert(operatorSession).values(row)
  return { token, expiresAt }
}
