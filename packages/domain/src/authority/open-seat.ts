import {
  audit,
  authorize,
  Conflict,
  covers,
  NotFound,
  newId,
  type TenantContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, count, eq, isNull } from 'drizzle-orm'
import { unit } from '../organisation'
import { assertGrantable, grantingOf, type Place } from './granting'
import { type OpenSeat, openSeatInput, type SeatReference, seatInput } from './inputs'
import { loadPlace } from './load-place'
import { loadSeat, nextCustody } from './load-seat'
import { seat } from './schema'

/**
 * Opens an administrator's seat of a committee or agency, without anybody in it yet.
 * @throws NotFound outside the scope, or where the province has no seats · Conflict where the configuration has none, has
 *   no more of them, or for a role that is not held there or wants four eyes
 * Source: QN 2.6, 6
 */
export async function openSeat(ctx: TenantContext, input: OpenSeat): Promise<{ id: string }> {
  const scope = authorize(ctx, 'authority.manage')
  const granting = grantingOf(ctx)
  const { unitId, name, role: named } = openSeatInput.parse(input)
  const rule = ctx.config.accounts.seats
  if (!rule) throw new NotFound()
  return transaction(ctx, async (tx) => {
    // Two who open at once would both find room: the unit's row is what they queue for.
    const [held] = await tx.db.select({ path: unit.path }).from(unit).where(eq(unit.id, unitId)).for('update')
    if (!held || !covers(scope, held.path)) throw new NotFound()
    const place = await loadPlace(tx, unitId, todayOf(tx))
    if (!hasSeats(tx, place)) throw new Conflict('authority.no-seat-here')
    const role = assertGrantable(tx, granting, named, place)
    if (tx.config.accounts.fourEyes?.roles.includes(role)) throw new Conflict('authority.four-eyes-only')
    const open = and(eq(seat.unitId, unitId), isNull(seat.closedAt))
    const [there] = await tx.db.select({ rows: count() }).from(seat).where(open)
    if ((there?.rows ?? 0) >= rule.perUnit) throw new Conflict('authority.seats-full', { count: rule.perUnit })
    const row = { id: newId(), unitId, name, role, createdAt: tx.clock.now() }
    await tx.db.insert(seat).values(row)
    audit(tx, 'authority.seat-opened', row, { unitId, role })
    return { id: row.id }
  })
}

/** Whether the configuration gives such a unit a seat of its own. */
export function hasSeats(
  { config }: Pick<TenantContext, 'config'>,
  { kind, level }: Pick<Place, 'kind' | 'level'>,
): boolean {
  const at = config.accounts.seats?.at ?? []
  return kind === 'agency' ? at.includes('agencies') : at.includes(level)
}

/** Closes a seat nobody holds. @throws NotFound outside the scope · Conflict while somebody holds it or is to */
export async function closeSeat(ctx: TenantContext, input: SeatReference): Promise<void> {
  const scope = authorize(ctx, 'authority.manage')
  const { seatId } = seatInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { seat: found } = await loadSeat(tx, scope, seatId)
    if (await nextCustody(tx, seatId)) throw new Conflict('authority.seat-held')
    await tx.db.update(seat).set({ closedAt: tx.clock.now() }).where(eq(seat.id, seatId))
    audit(tx, 'authority.seat-closed', found, { unitId: found.unitId })
  })
}
