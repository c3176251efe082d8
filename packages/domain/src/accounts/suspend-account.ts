import { audit, Conflict, type TenantContext, type TransactionContext, todayOf, transaction } from '@sotay/kernel'
import { and, eq, inArray } from 'drizzle-orm'
import { asOf } from '../organisation'
import { decision } from './decision'
import { endSessionsOf } from './end-sessions'
import { type ActOnAccount, actOnAccountInput } from './inputs'
import { loadOverseen, overseerOf } from './overseer'
import { account, roleGrant } from './schema'

/**
 * Bars an active account from now on; its sessions end with it.
 * @throws NotFound outside the actor's scope · Conflict when the account is not active, or the actor's own
 * Source: R4, QN 2.7
 */
export async function suspendAccount(ctx: TenantContext, input: ActOnAccount): Promise<void> {
  const overseer = overseerOf(ctx)
  const { accountId, reason } = actOnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, overseer, accountId)
    if (found.status !== 'active') throw new Conflict('accounts.not-active')
    await tx.db
      .update(account)
      .set({ status: 'suspended', ...decision(tx), decisionReason: reason })
      .where(eq(account.id, accountId))
    await endSessionsOf(tx, accountId)
    audit(tx, 'accounts.suspended', found)
  })
}

/**
 * Lets a suspended account in again. Who only approves accounts does not undo what who manages them did.
 * @throws NotFound outside the actor's scope · Conflict when it is not suspended, or was suspended from above
 */
export async function restoreAccount(ctx: TenantContext, input: ActOnAccount): Promise<void> {
  const overseer = overseerOf(ctx)
  const { accountId, reason } = actOnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, overseer, accountId)
    if (found.status !== 'suspended') throw new Conflict('accounts.not-suspended')
    const manager = overseer.manages.paths.length > 0
    if (!manager && (await isManager(tx, found.decidedBy))) throw new Conflict('accounts.suspended-above')
    await tx.db
      .update(account)
      .set({ status: 'active', ...decision(tx), decisionReason: reason })
      .where(eq(account.id, accountId))
    audit(tx, 'accounts.restored', found)
  })
}

/** Whether who suspended manages accounts; what no member decided, the province did. */
async function isManager(tx: TransactionContext, memberId: string | null): Promise<boolean> {
  if (memberId === null) return true
  const audience = tx.config.access.get('accounts.manage')
  const roles = typeof audience === 'object' ? [...audience] : []
  const [held] = await tx.db
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(eq(roleGrant.memberId, memberId), inArray(roleGrant.role, roles), asOf(roleGrant, todayOf(tx))))
    .limit(1)
  return held !== undefined
}
