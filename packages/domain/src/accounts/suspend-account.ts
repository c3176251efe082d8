import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { decision } from './approve-account'
import { endSessionsOf } from './end-sessions'
import { type SuspendAccount, suspendAccountInput } from './inputs'
import { loadAccount } from './load-account'
import { account } from './schema'

/**
 * Bars an active account from now on; its sessions end with it.
 * @throws NotFound outside the actor's scope · Conflict when the account is not active
 * Source: R4, QN 2.7
 */
export async function suspendAccount(ctx: TenantContext, input: SuspendAccount): Promise<void> {
  const scope = authorize(ctx, 'accounts.manage')
  const { accountId, reason } = suspendAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadAccount(tx, scope, accountId)
    if (found.status !== 'active') throw new Conflict('accounts.not-active')
    await tx.db
      .update(account)
      .set({ status: 'suspended', ...decision(tx), decisionReason: reason })
      .where(eq(account.id, accountId))
    await endSessionsOf(tx, accountId)
    audit(tx, 'accounts.suspended', found)
  })
}

/** Lets a suspended account in again. @throws NotFound outside the actor's scope · Conflict when it is not suspended */
export async function restoreAccount(ctx: TenantContext, { accountId }: { accountId: string }): Promise<void> {
  const scope = authorize(ctx, 'accounts.manage')
  await transaction(ctx, async (tx) => {
    const found = await loadAccount(tx, scope, accountId)
    if (found.status !== 'suspended') throw new Conflict('accounts.not-suspended')
    await tx.db
      .update(account)
      .set({ status: 'active', ...decision(tx), decisionReason: null })
      .where(eq(account.id, accountId))
    audit(tx, 'accounts.restored', found)
  })
}
