import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, inArray } from 'drizzle-orm'
import { endSessionsOf } from './end-sessions'
import { type SetPassword, setPasswordInput } from './inputs'
import { hashPassword } from './password'
import { assertPassword } from './password-rule'
import { account } from './schema'
import { readProof, useProof } from './use-proof'

/**
 * Sets a new password after a right code and ends every session of the account. The second factor stays.
 * @throws Invalid for a weak password or a proof that does not hold · Conflict when the account was suspended meanwhile
 */
export async function resetPassword(ctx: TenantContext, input: SetPassword): Promise<{ accountId: string }> {
  authorize(ctx, 'accounts.signIn')
  const { password, ...given } = setPasswordInput.parse(input)
  const holder = await readProof(ctx, 'password-reset', given)
  assertPassword(ctx, password, holder)
  const passwordHash = await hashPassword(password)
  return transaction(ctx, async (tx) => {
    await useProof(tx, 'password-reset', given)
    const [changed] = await tx.db
      .update(account)
      .set({ passwordHash, passwordExpiresAt: null })
      .where(and(eq(account.memberId, holder.memberId), inArray(account.status, ['active', 'awaiting_approval'])))
      .returning({ id: account.id })
    if (!changed) throw new Conflict('accounts.not-active')
    await endSessionsOf(tx, changed.id)
    audit(tx, 'accounts.password-reset', changed)
    return { accountId: changed.id }
  })
}
