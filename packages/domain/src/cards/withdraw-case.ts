import { audit, authorize, Conflict, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, or } from 'drizzle-orm'
import { changedBy } from '../members'
import { type CardCaseReference, cardCaseInput } from './inputs'
import { cardCase } from './schema'

/**
 * Takes an open case back: the member their own, an officer what they recorded. The card was found, or it was a mistake.
 * @throws NotFound when it is neither · Conflict when it was settled
 */
export async function withdrawCardCase(ctx: TenantContext, input: CardCaseReference): Promise<void> {
  authorize(ctx, 'cards.own')
  const { caseId } = cardCaseInput.parse(input)
  await transaction(ctx, async (tx) => {
    const who = changedBy(tx)
    const own = tx.actor.kind === 'member' ? eq(cardCase.memberId, tx.actor.memberId) : undefined
    const [found] = await tx.db
      .select({ id: cardCase.id, status: cardCase.status })
      .from(cardCase)
      .where(and(eq(cardCase.id, caseId), or(own, eq(cardCase.reportedBy, who))))
      .for('update')
    if (!found) throw new NotFound()
    if (found.status !== 'reported' && found.status !== 'confirmed') throw new Conflict('cards.already-settled')
    await tx.db.update(cardCase).set({ status: 'withdrawn', decidedAt: tx.clock.now() }).where(eq(cardCase.id, caseId))
    audit(tx, 'cards.withdrawn', found)
  })
}
