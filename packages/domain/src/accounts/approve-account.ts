import { audit, Conflict, Invalid, NotFound, Refusal, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { approverOf } from './approver'
import { decision } from './decision'
import { giveRoles } from './held-roles'
import { type ApproveAccount, type ApproveAccounts, approveAccountInput, approveAccountsInput } from './inputs'
import { loadAwaiting } from './load-awaiting'
import { account } from './schema'

/**
 * Approves a registration, and grants the new account its office in the cell where the rule allows it.
 * @throws NotFound when the account is not for this actor to decide · Conflict when it was decided already
 * Source: QN 10.1.3
 */
export async function approveAccount(ctx: TenantContext, input: ApproveAccount): Promise<void> {
  const approver = approverOf(ctx)
  const { accountId, roles } = approveAccountInput.parse(input)
  const grantable = ctx.config.accounts.approvedBy?.alsoGrants ?? []
  if (roles.some((role) => !grantable.includes(role))) throw new Invalid({ roles: ['accounts.role-not-grantable'] })
  await transaction(ctx, async (tx) => {
    const waiting = await loadAwaiting(tx, approver, accountId)
    if (roles.length > 0 && waiting.unitKind !== 'cell') throw new Conflict('accounts.role-not-here')
    await tx.db
      .update(account)
      .set({ status: 'active', ...decision(tx), decisionReason: null })
      .where(eq(account.id, accountId))
    const validFrom = todayOf(tx)
    const { memberId, unitId } = waiting
    await giveRoles(
      tx,
      roles.map((role) => ({
        memberId,
        role,
        unitId,
        validFrom,
        validUntil: null,
        source: 'approval',
        sourceId: accountId,
      })),
    )
    audit(tx, 'accounts.approved', { id: accountId }, { roles, unitId })
  })
}

/**
 * Approves each of the accounts that still waits for this actor; the others are counted, not refused.
 * @returns how many were approved, and how many were not there to approve
 */
export async function approveAccounts(ctx: TenantContext, input: ApproveAccounts) {
  approverOf(ctx)
  const { accountIds } = approveAccountsInput.parse(input)
  const outcome = { approved: 0, passedOver: 0 }
  for (const accountId of new Set(accountIds)) {
    try {
      await approveAccount(ctx, { accountId })
      outcome.approved += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcome.passedOver += 1
    }
  }
  if (outcome.approved === 0) throw new NotFound()
  return outcome
}
