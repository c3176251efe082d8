import { Invalid } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { hashOperatorPassword, isOperatorPassword } from '../platform/operator-password'
import { recordOperation } from '../record-operation'
import { endOwnSessions } from './end-own-sessions'
import { fieldsOf } from './fields-of'
import { type ChangeOperatorPassword, operatorPasswordChangeInput } from './inputs'
import { codeLimit, countTry } from './limit-tries'
import { loadOwnRow } from './own-account'

/**
 * Changes the acting operator's password and ends their other sessions.
 * @param keep the session that asks
 * @throws Invalid when the present one is wrong or the new one too short · TooMany after repeated tries
 */
export async function changeOwnPassword(
  ctx: OperationsContext,
  input: ChangeOperatorPassword,
  keep: string,
): Promise<void> {
  const parsed = operatorPasswordChangeInput.safeParse(input)
  if (!parsed.success) throw new Invalid(fieldsOf(parsed.error))
  const { password, newPassword } = parsed.data
  const own = await loadOwnRow(ctx)
  await assertOwnPassword(ctx, own, password)
  const passwordHash = await hashOperatorPassword(newPassword)
  await ctx.platform.update(operator).set({ passwordHash }).where(eq(operator.id, own.id))
  await recordOperation(ctx, 'operator.password-changed', null)
  await endOwnSessions(ctx, { keep })
}

/** @throws Invalid when it is not the operator's password · TooMany after five tries */
export async function assertOwnPassword(
  ctx: OperationsContext,
  own: { id: string; passwordHash: string },
  password: string,
): Promise<void> {
  await countTry(ctx, [codeLimit(own.id)])
  if (!(await isOperatorPassword(own.passwordHash, password))) {
    throw new Invalid({ password: ['operations.password-refused'] })
  }
}
