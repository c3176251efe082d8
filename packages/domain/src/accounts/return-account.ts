import { audit, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { decision } from './approve-account'
import { approverOf } from './approver'
import { type ReturnAccount, returnAccountInput } from './inputs'
import { loadAwaiting } from './load-awaiting'
import { account } from './schema'

/**
 * Returns a registration with a reason, which the member reads at sign-in; they may register again.
 * @throws NotFound when the account is not for this actor to decide · Conflict when it was decided already
 */
export async function returnAccount(ctx: TenantContext, input: ReturnAccount): Promise<void> {
  const approver = approverOf(ctx)
  const { accountId, reason } = returnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    await loadAwaiting(tx, approver, accountId)
    await tx.db
      .update(account)
      .set({ status: 'returned', ...decision(tx), decisionReason: reason })
      .where(eq(account.id, accountId))
    audit(tx, 'accounts.returned', { id: accountId })
  })
}
