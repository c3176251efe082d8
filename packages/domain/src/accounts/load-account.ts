import { inScope, NotFound, type Scope, type TransactionContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { account } from './schema'

/** An account of a member within the scope, held until the transaction ends. @throws NotFound outside it */
export async function loadAccount(tx: TransactionContext, scope: Scope, accountId: string) {
  const [found] = await tx.db
    .select({ id: account.id, status: account.status })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(account.id, accountId), inScope(unit.path, scope)))
    .for('update', { of: account })
  if (!found) throw new NotFound()
  return found
}
