import {
  audit,
  Conflict,
  Invalid,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { endSessionsOf } from './end-sessions'
import { type ActOnAccount, actOnAccountInput, type RestrictAccount, restrictAccountInput } from './inputs'
import { loadOverseen, managerOf } from './overseer'
import { account } from './schema'

/**
 * Withholds every office of an active account through a day; its owner keeps a member's own rights. A restriction in force
 * is lengthened or shortened by the same act.
 * @throws NotFound outside the actor's scope · Invalid for a day before today · Conflict when the account is not active
 * Source: R4, QN 2.7
 */
export async function restrictAccount(ctx: TenantContext, input: RestrictAccount): Promise<void> {
  const manager = managerOf(ctx)
  const { accountId, until, reason } = restrictAccountInput.parse(input)
  if (until < todayOf(ctx)) throw new Invalid({ until: ['accounts.day-passed'] })
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, manager, accountId)
    if (found.status !== 'active') throw new Conflict('accounts.not-active')
    const change = isRestricted(tx, found)
    await tx.db
      .update(account)
      .set({ restrictedUntil: until, restrictionReason: reason })
      .where(eq(account.id, accountId))
    await endSessionsOf(tx, accountId)
    audit(tx, change ? 'accounts.restriction-changed' : 'accounts.restricted', found, { until })
  })
}

/** Gives a restricted account its offices back. @throws NotFound outside the scope · Conflict when nothing is withheld */
export async function liftRestriction(ctx: TenantContext, input: ActOnAccount): Promise<void> {
  const manager = managerOf(ctx)
  const { accountId } = actOnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, manager, accountId)
    if (!isRestricted(tx, found)) throw new Conflict('accounts.not-restricted')
    await tx.db.update(account).set({ restrictedUntil: null, restrictionReason: null }).where(eq(account.id, accountId))
    // A device signed in under the restriction may owe a second factor to the offices that come back.
    await endSessionsOf(tx, accountId)
    audit(tx, 'accounts.restriction-lifted', found)
  })
}

const isRestricted = (tx: TransactionContext, { restrictedUntil }: { restrictedUntil: string | null }): boolean =>
  restrictedUntil !== null && restrictedUntil >= todayOf(tx)
