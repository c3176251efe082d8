import { Conflict, inScope, NotFound, type Scope, type TransactionContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { type CardCaseStatus, cardCase } from './schema'

/**
 * Loads a case of a member within the scope, held with the member's line until the transaction ends.
 * @param expected the states in which the act is possible
 * @throws NotFound outside the scope · Conflict in another state, and for one's own case
 */
export async function loadCase(
  tx: TransactionContext,
  scope: Scope,
  caseId: string,
  expected: readonly CardCaseStatus[],
) {
  const [found] = await tx.db
    .select({ case: cardCase, cardNumber: member.cardNumber })
    .from(cardCase)
    .innerJoin(member, and(eq(member.id, cardCase.memberId), inRoster))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(cardCase.id, caseId), inScope(unit.path, scope)))
    .for('update', { of: [cardCase, member] })
  if (!found) throw new NotFound()
  if (!expected.includes(found.case.status)) {
    throw new Conflict(found.case.status === 'reported' ? 'cards.not-confirmed' : 'cards.already-settled')
  }
  if (tx.actor.kind === 'member' && tx.actor.memberId === found.case.memberId) throw new Conflict('cards.own-case')
  return { ...found.case, cardNumber: found.cardNumber }
}
