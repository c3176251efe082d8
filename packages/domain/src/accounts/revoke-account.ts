import { audit, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { decision } from './decision'
import { endSessionsOf } from './end-sessions'
import { takeRoles } from './held-roles'
import { type ActOnAccount, actOnAccountInput } from './inputs'
import { loadOverseen, managerOf } from './overseer'
import { account, roleGrant } from './schema'

/**
 * Takes an account away for good, with its offices and sessions.
 * @throws NotFound outside the actor's scope · Conflict when it is revoked already, or the actor's own
 * Source: R4, QN 2.7
 */
export async function revokeAccount(ctx: TenantContext, input: ActOnAccount): Promise<void> {
  const manager = managerOf(ctx)
  const { accountId, reason } = actOnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, manager, accountId)
    if (found.status === 'revoked') throw new Conflict('accounts.already-revoked')
    await tx.db
      .update(account)
      .set({
        status: 'revoked',
        ...decision(tx),
        decisionReason: reason,
        totpSecret: null,
        totpStep: null,
        restrictedUntil: null,
        restrictionReason: null,
      })
      .where(eq(account.id, accountId))
    const taken = await takeRoles(tx, eq(roleGrant.memberId, found.memberId))
    await endSessionsOf(tx, accountId)
    audit(tx, 'accounts.revoked', found, { roles: taken.map(({ id }) => id) })
  })
}

/**
 * Lets the owner of a revoked account register, or be issued one, anew; until then it opens nothing.
 * @throws NotFound outside the actor's scope · Conflict when the account is not revoked
 */
export async function readmitAccount(ctx: TenantContext, input: ActOnAccount): Promise<void> {
  const manager = managerOf(ctx)
  const { accountId, reason } = actOnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, manager, accountId)
    if (found.status !== 'revoked') throw new Conflict('accounts.not-revoked')
    await tx.db
      .update(account)
      .set({ status: 'returned', ...decision(tx), decisionReason: reason })
      .where(eq(account.id, accountId))
    audit(tx, 'accounts.readmitted', found)
  })
}
