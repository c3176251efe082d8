import {
  audit,
  authorize,
  Conflict,
  covers,
  Invalid,
  may,
  NotFound,
  newId,
  type Scope,
  type TenantContext,
  transaction,
} from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { changedBy, inRoster, member, readCardNumber } from '../members'
import { unit } from '../organisation'
import { type RecordCardCase, recordCardCaseInput } from './inputs'
import { refuseSecond } from './report-card'
import { cardCase } from './schema'

/**
 * An officer records a case of somebody who cannot, or a number that two people have or one person beside another. What
 * the member's own cell records is confirmed thereby.
 * @throws NotFound when the member is outside the scope · Invalid for a number no scheme knows · Conflict while another
 * case of the member is open
 * Source: CV 2, R6
 */
export async function recordCardCase(ctx: TenantContext, input: RecordCardCase): Promise<{ id: string }> {
  const scope = authorize(ctx, 'cards.record')
  const { memberId, kind, note, ...given } = recordCardCaseInput.parse(input)
  const otherCard = kind === 'duplicate' ? given.otherCard : undefined
  if (otherCard && !readCardNumber(ctx, otherCard)) throw new Invalid({ otherCard: ['cards.card-format'] })
  return transaction(ctx, async (tx) => {
    const [holder] = await tx.db
      .select({ unitId: unit.id, path: unit.path, oldCard: member.cardNumber })
      .from(member)
      .innerJoin(unit, eq(unit.id, member.unitId))
      .where(and(eq(member.id, memberId), inRoster))
    if (!holder || !covers(scope, holder.path)) throw new NotFound()
    if (tx.actor.kind === 'member' && tx.actor.memberId === memberId) throw new Conflict('cards.own-case')
    const { path, ...home } = holder
    const now = tx.clock.now()
    const row = { id: newId(), kind, memberId, note, otherCard, reportedBy: changedBy(tx), reportedAt: now, ...home }
    const confirmed = covers(confirmingScope(tx), path) ? confirmation(tx) : { status: 'reported' as const }
    await tx.db
      .insert(cardCase)
      .values({ ...row, ...confirmed })
      .catch(refuseSecond)
    audit(tx, 'cards.recorded', row, { kind, status: confirmed.status })
    return { id: row.id }
  })
}

const confirmingScope = (ctx: TenantContext): Scope =>
  may(ctx, 'cards.confirm') ? authorize(ctx, 'cards.confirm') : { paths: [] }

/** Who confirms, and when. */
export const confirmation = (ctx: TenantContext) => ({
  status: 'confirmed' as const,
  confirmedAt: ctx.clock.now(),
  confirmedBy: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
})
