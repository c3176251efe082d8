import { audit, authorize, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { type CardCaseReference, cardCaseInput } from './inputs'
import { loadCase } from './load-case'
import { confirmation } from './record-case'
import { cardCase } from './schema'

/**
 * The cell confirms what a member reported, for the competent officer to settle.
 * @throws NotFound outside the scope · Conflict when it was confirmed or settled, or is the actor's own
 */
export async function confirmCardCase(ctx: TenantContext, input: CardCaseReference): Promise<void> {
  const scope = authorize(ctx, 'cards.confirm')
  const { caseId } = cardCaseInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadCase(tx, scope, caseId, ['reported'])
    await tx.db.update(cardCase).set(confirmation(tx)).where(eq(cardCase.id, caseId))
    audit(tx, 'cards.confirmed', found)
  })
}
