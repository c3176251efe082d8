import { isUniqueViolation } from '@sotay/db'
import { audit, authorize, Invalid, type TenantContext, type TransactionContext, transaction } from '@sotay/kernel'
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { member, readCardNumber, recordMemberChanges } from '../members'
import { type RefuseCardCase, type ResolveCardCase, refuseCardCaseInput, resolveCardCaseInput } from './inputs'
import { loadCase } from './load-case'
import { cardCase } from './schema'

/**
 * Settles a confirmed case: the member gets a new number, under which they sign in from now on, or keeps the present one.
 * @throws NotFound outside the scope · Invalid for a number that no scheme knows, that somebody has, or that was given up
 * · Conflict when the case is not confirmed, was settled, or is the actor's own
 * Source: CV 2, R6
 */
export async function resolveCardCase(ctx: TenantContext, input: ResolveCardCase): Promise<void> {
  const scope = authorize(ctx, 'cards.resolve')
  const { caseId, newCard: typed, outcome } = resolveCardCaseInput.parse(input)
  const newCard = typed ? keptForm(ctx, typed) : null
  await transaction(ctx, async (tx) => {
    const found = await loadCase(tx, scope, caseId, ['confirmed'])
    const changes = newCard !== null && newCard !== found.cardNumber
    if (changes) await giveNumber(tx, found, newCard)
    await tx.db
      .update(cardCase)
      .set({ status: 'resolved', ...decision(tx), oldCard: found.cardNumber, newCard, outcome })
      .where(eq(cardCase.id, caseId))
    audit(tx, 'cards.resolved', found, { newNumber: changes })
  })
}

/** Refuses a case with a reason, which the member reads. @throws as `resolveCardCase`, also before it is confirmed */
export async function refuseCardCase(ctx: TenantContext, input: RefuseCardCase): Promise<void> {
  const scope = authorize(ctx, 'cards.resolve')
  const { caseId, reason } = refuseCardCaseInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadCase(tx, scope, caseId, ['reported', 'confirmed'])
    await tx.db
      .update(cardCase)
      .set({ status: 'refused', ...decision(tx), outcome: reason })
      .where(eq(cardCase.id, caseId))
    audit(tx, 'cards.refused', found)
  })
}

/** One form for all ways of writing a number, so that two who give it at once meet at the roster's index. */
function keptForm(ctx: TenantContext, typed: string): string {
  const card = readCardNumber(ctx, typed)
  if (!card) throw new Invalid({ newCard: ['cards.card-format'] })
  return readCardNumber(ctx, card.bare)?.written.at(-1) ?? card.written[0]!
}

async function giveNumber(tx: TransactionContext, held: { memberId: string; cardNumber: string }, newCard: string) {
  const written = readCardNumber(tx, newCard)?.written ?? [newCard]
  const [holder] = await tx.db
    .select({ id: member.id })
    .from(member)
    .where(and(inArray(member.cardNumber, written), ne(member.id, held.memberId)))
    .limit(1)
  if (holder) throw taken()
  // A number that was given up stays its owner's in the history: it is nobody else's again.
  const [given] = await tx.db
    .select({ id: cardCase.id })
    .from(cardCase)
    .where(
      and(eq(cardCase.status, 'resolved'), inArray(cardCase.oldCard, written), ne(cardCase.memberId, held.memberId)),
    )
    .limit(1)
  if (given) throw new Invalid({ newCard: ['cards.number-given-up'] })
  await tx.db
    .update(member)
    .set({ cardNumber: newCard, revision: sql`${member.revision} + 1` })
    .where(eq(member.id, held.memberId))
    .catch((error) => {
      throw isUniqueViolation(error, 'member_card_number') ? taken() : error
    })
  await recordMemberChanges(tx, held.memberId, [{ field: 'cardNumber', before: held.cardNumber, after: newCard }])
}

const taken = () => new Invalid({ newCard: ['cards.number-taken'] })

const decision = (tx: TransactionContext) => ({
  decidedAt: tx.clock.now(),
  decidedBy: tx.actor.kind === 'member' ? tx.actor.memberId : null,
})
