import { audit, NotFound, Refusal, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { approverOf } from './approver'
import { decision } from './decision'
import { type ReturnAccount, type ReturnAccounts, returnAccountInput, returnAccountsInput } from './inputs'
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

/**
 * Returns each of the registrations that still waits for this actor, with one reason; the others are counted.
 * @returns how many were returned, and how many were not there to return
 */
export async function returnAccounts(ctx: TenantContext, input: ReturnAccounts) {
  approverOf(ctx)
  const { accountIds, reason } = returnAccountsInput.parse(input)
  const outcome = { returned: 0, passedOver: 0 }
  for (const accountId of new Set(accountIds)) {
    try {
      await returnAccount(ctx, { accountId, reason })
      outcome.returned += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcome.passedOver += 1
    }
  }
  if (outcome.returned === 0) throw new NotFound()
  return outcome
}

/** Reasons the province has words for, under `returnReasons.` among its texts, for who returns to choose from. */
export const returnReasons = ({ config }: Pick<TenantContext, 'config'>): string[] =>
  Object.entries(config.texts)
    .filter(([key]) => key.startsWith('returnReasons.'))
    .map(([, words]) => words)
