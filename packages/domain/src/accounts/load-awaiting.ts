import { Conflict, NotFound, type TransactionContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { type Approver, decidedBy } from './approver'
import { account } from './schema'

/** Loads a registration the approver decides on, held until the transaction ends. */
export async function loadAwaiting(tx: TransactionContext, approver: Approver, accountId: string) {
  const [found] = await tx.db
    .select({ memberId: member.id, unitId: unit.id, unitKind: unit.kind, status: account.status })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(account.id, accountId), decidedBy(tx, approver, unit.path), inRoster))
    .for('update', { of: account })
  if (!found) throw new NotFound()
  if (found.status !== 'awaiting_approval') throw new Conflict('accounts.not-awaiting')
  return found
}
