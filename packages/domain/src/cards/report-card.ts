import { isUniqueViolation } from '@sotay/db'
import { audit, authorize, Conflict, NotFound, newId, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { type ReportCard, reportCardInput } from './inputs'
import { cardCase } from './schema'

/**
 * The member reports the own card as lost or damaged.
 * @throws Conflict while another case of the member is open
 * Source: CV 2, R6
 */
export async function reportCard(ctx: TenantContext, input: ReportCard): Promise<{ id: string }> {
  authorize(ctx, 'cards.own')
  const { kind, note } = reportCardInput.parse(input)
  const { actor } = ctx
  if (actor.kind !== 'member') throw new NotFound()
  return transaction(ctx, async (tx) => {
    const [own] = await tx.db
      .select({ unitId: member.unitId, oldCard: member.cardNumber })
      .from(member)
      .where(and(eq(member.id, actor.memberId), inRoster))
    if (!own) throw new NotFound()
    const row = { id: newId(), kind, status: 'reported' as const, memberId: actor.memberId, note, ...own }
    const reported = { reportedBy: actor.memberId, reportedAt: tx.clock.now() }
    await tx.db
      .insert(cardCase)
      .values({ ...row, ...reported })
      .catch(refuseSecond)
    audit(tx, 'cards.reported', row, { kind })
    return { id: row.id }
  })
}

/** One case of a member is open at a time: the index has the last word. */
export function refuseSecond(error: unknown): never {
  if (isUniqueViolation(error, 'card_case_one_open')) throw new Conflict('cards.already-open')
  throw error
}
