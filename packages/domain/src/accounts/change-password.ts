import { audit, authorize, Invalid, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, isNotNull } from 'drizzle-orm'
import { endSessionsOf } from './end-sessions'
import {
  type ChangePassword,
  changePasswordInput,
  type ReplaceTemporaryPassword,
  temporaryPasswordInput,
} from './inputs'
import { loadCredentials } from './load-credentials'
import { hashPassword, verifyPassword } from './password'
import { assertPassword } from './password-rule'
import { consume, forget } from './rate-limits'
import { account } from './schema'
import { cardLimit } from './sign-in-limits'
import { nextStep, readStep, type SignInStep } from './sign-in-step'

/**
 * Changes the actor's own password; their other devices must sign in anew.
 * @throws Invalid when the current password is wrong or the new one weak · TooMany after repeated failures
 */
export async function changePassword(ctx: TenantContext, input: ChangePassword): Promise<void> {
  authorize(ctx, 'accounts.own')
  const { password, newPassword } = changePasswordInput.parse(input)
  const { actor } = ctx
  if (actor.kind !== 'member') throw new NotFound()
  const limit = cardLimit(`own:${actor.accountId}`)
  await consume(ctx, 'accounts.too-many-sign-ins', [limit])
  const known = await loadCredentials(ctx, eq(account.id, actor.accountId))
  if (!(await verifyPassword(known?.passwordHash, password)) || !known) {
    throw new Invalid({ password: ['accounts.current-password-wrong'] })
  }
  assertPassword(ctx, newPassword, known, 'newPassword')
  const passwordHash = await hashPassword(newPassword)
  await transaction(ctx, async (tx) => {
    const unchanged = and(eq(account.id, known.accountId), eq(account.passwordHash, known.passwordHash))
    const [changed] = await tx.db.update(account).set({ passwordHash }).where(unchanged).returning({ id: account.id })
    if (!changed) throw new Invalid({ password: ['accounts.current-password-wrong'] })
    await endSessionsOf(tx, changed.id, actor.sessionId)
    audit(tx, 'accounts.password-changed', changed)
  })
  await forget(ctx, [limit])
}

/**
 * Replaces the printed password of an issued account and goes on with the sign-in.
 * @throws Invalid for a weak password, or the printed one again · Conflict when the sign-in lapsed
 * Source: ĐX II.2.4
 */
export async function replaceTemporaryPassword(
  ctx: TenantContext,
  input: ReplaceTemporaryPassword,
): Promise<SignInStep> {
  authorize(ctx, 'accounts.signIn')
  const { token, password, device } = temporaryPasswordInput.parse(input)
  const known = await readStep(ctx, 'password-change', token)
  assertPassword(ctx, password, known)
  if (await verifyPassword(known.passwordHash, password)) throw new Invalid({ password: ['accounts.password-same'] })
  const passwordHash = await hashPassword(password)
  await transaction(ctx, async (tx) => {
    const [changed] = await tx.db
      .update(account)
      .set({ passwordHash, passwordExpiresAt: null })
      .where(and(eq(account.id, known.accountId), isNotNull(account.passwordExpiresAt)))
      .returning({ id: account.id })
    if (!changed) throw new Invalid({ password: ['accounts.password-same'] })
    audit(tx, 'accounts.password-changed', changed)
  })
  return nextStep(ctx, { ...known, passwordHash, passwordExpiresAt: null }, device)
}
