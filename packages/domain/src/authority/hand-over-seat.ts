import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { and, asc, eq } from 'drizzle-orm'
import { beginCustody } from './appoint-custodian'
import { assertDecided } from './decided'
import { endCustody } from './end-custody'
import { grantingOf } from './granting'
import { type HandOverSeat, handOverSeatInput } from './inputs'
import { loadSeat } from './load-seat'
import { overlapping, periodFrom } from './period'
import { custody } from './schema'

/**
 * Hands a seat from its custodian to another in one act: the one holds it to the day before `on`, the other from that day
 * on, with no day between and none twice. On today's date it is done with the next request.
 * @throws NotFound outside the scope · Conflict when nobody holds it on that day, when it goes to the same person or to
 *   oneself, or when a later custody stands in the way · Invalid without a decision where one is needed
 * Source: QN 6.7, 16.4
 */
export async function handOverSeat(
  ctx: TenantContext,
  input: HandOverSeat,
): Promise<{ endedId: string; begunId: string }> {
  const scope = authorize(ctx, 'authority.manage')
  const granting = grantingOf(ctx)
  const { seatId, memberId, on, validUntil, decision } = handOverSeatInput.parse(input)
  assertDecided(decision, ctx.config.accounts.seats?.decisionRequired)
  const period = periodFrom(ctx, { validFrom: on, validUntil })
  return transaction(ctx, async (tx) => {
    const { seat } = await loadSeat(tx, scope, seatId)
    const day = { validFrom: period.validFrom, validUntil: period.validFrom }
    const [held] = await tx.db
      .select()
      .from(custody)
      .where(and(eq(custody.seatId, seatId), eq(custody.cancelled, false), overlapping(custody, day)))
      .orderBy(asc(custody.validFrom))
      .limit(1)
    if (!held) throw new Conflict('authority.seat-vacant')
    if (held.memberId === memberId) throw new Conflict('authority.same-custodian')
    await endCustody(tx, held, period.validFrom, null)
    const { id } = await beginCustody(tx, { scope, granting, seat, memberId, period, decision })
    audit(tx, 'authority.seat-handed-over', seat, { from: held.id, to: id, on: period.validFrom })
    return { endedId: held.id, begunId: id }
  })
}
