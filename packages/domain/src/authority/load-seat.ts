import { Conflict, covers, NotFound, type Scope, type TransactionContext, todayOf } from '@sotay/kernel'
import { and, asc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { custody, seat } from './schema'

/**
 * A seat in the scope, held until the transaction ends: appointments to one seat follow one another.
 * @throws NotFound outside the scope · Conflict when it is closed
 */
export async function loadSeat(tx: TransactionContext, scope: Scope, seatId: string) {
  const [found] = await tx.db
    .select({ seat, place: unit })
    .from(seat)
    .innerJoin(unit, eq(unit.id, seat.unitId))
    .where(eq(seat.id, seatId))
    .for('update', { of: seat })
  if (!found || !covers(scope, found.place.path)) throw new NotFound()
  if (found.seat.closedAt) throw new Conflict('authority.seat-closed')
  return found
}

/** The custody in force or the first one to come, when there is one. */
export async function nextCustody(tx: TransactionContext, seatId: string) {
  const [found] = await tx.db
    .select()
    .from(custody)
    .where(and(eq(custody.seatId, seatId), notOver(todayOf(tx))))
    .orderBy(asc(custody.validFrom))
    .limit(1)
  return found
}

/** True of custodies that hold the day or a later one. */
const notOver = (today: string): SQL | undefined =>
  and(sql`not ${custody.cancelled}`, or(isNull(custody.validUntil), gte(custody.validUntil, today)))
