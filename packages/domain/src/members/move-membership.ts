import { sqlState } from '@sotay/db'
import { Conflict, NotFound, newId, type TransactionContext, todayOf } from '@sotay/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { asOf } from '../organisation'
import { loadMeetingPlace } from './meeting-place'
import { recordMemberChanges } from './record-changes'
import { type MembershipKind, member, membership } from './schema'

export interface MoveMembership {
  memberId: string
  toUnitId: string
  /** The first day in the new cell. */
  on: string
  kind: MembershipKind
  /** The transfer, change of the tree or import that orders it. */
  cause: string | null
  /** The last day of a temporary membership. */
  until?: string | null
}

/**
 * Puts a member into a cell from a day on, as part of a larger act whose scope was checked. A primary move ends the cell
 * before with the day before; a temporary one leaves it as it is. A move for later takes hold of `member.unitId` on its day.
 * @returns the primary cell on the day before the move
 * @throws NotFound for an unknown member or unit · Conflict when the member left, is there already or planned to move, when
 * the unit is no cell on that day, or when the day is not after the beginning of the present membership
 * Source: QN 10.2.2
 */
export async function moveMembership(tx: TransactionContext, move: MoveMembership): Promise<{ fromUnitId: string }> {
  const [person] = await tx.db.select().from(member).where(eq(member.id, move.memberId)).for('update')
  if (!person) throw new NotFound()
  if (person.leftOn !== null) throw new Conflict('members.has-left')
  await loadMeetingPlace(tx, move.toUnitId, move.on)
  // A cell that stood on the day but has ended since would keep them for good.
  if (move.on < todayOf(tx)) await loadMeetingPlace(tx, move.toUnitId, todayOf(tx))
  const home = await primaryOn(tx, move)
  if (home.unitId === move.toUnitId) throw new Conflict('members.same-cell')
  if (move.kind === 'temporary') await openTemporary(tx, move)
  else {
    await replacePrimary(tx, move, home)
    const today = todayOf(tx)
    if (move.on <= today) await settleHome(tx, move, person.unitId)
  }
  return { fromUnitId: home.unitId }
}

async function primaryOn(tx: TransactionContext, { memberId, on }: MoveMembership) {
  const [home] = await tx.db
    .select()
    .from(membership)
    .where(and(eq(membership.memberId, memberId), eq(membership.kind, 'primary'), asOf(membership, on)))
  if (!home) throw new Conflict('members.move-too-early')
  // A later period stands: a move is planned already, and this one would make two cells of one day.
  if (home.validUntil !== null) throw new Conflict('members.two-cells')
  return home
}

async function replacePrimary(tx: TransactionContext, move: MoveMembership, home: { id: string; validFrom: string }) {
  const { memberId, toUnitId: unitId, on, cause } = move
  // Days are the grain: who moves on the day of joining was in the new cell that day.
  if (home.validFrom === on) {
    await tx.db.update(membership).set({ unitId, cause }).where(eq(membership.id, home.id))
    return
  }
  await tx.db
    .update(membership)
    .set({ validUntil: sql`${on}::date - 1` })
    .where(eq(membership.id, home.id))
  await tx.db
    .insert(membership)
    .values({ id: newId(), memberId, unitId, kind: 'primary', validFrom: on, cause })
    .catch(refuseTwoCells)
}

async function openTemporary(tx: TransactionContext, move: MoveMembership): Promise<void> {
  const { memberId, toUnitId: unitId, on, cause, until = null } = move
  const [other] = await tx.db
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.memberId, memberId),
        eq(membership.kind, 'temporary'),
        sql`daterange(${membership.validFrom}, ${membership.validUntil}, '[]') && daterange(${on}::date, ${until}::date, '[]')`,
      ),
    )
  if (other) throw new Conflict('members.two-cells')
  await tx.db
    .insert(membership)
    .values({ id: newId(), memberId, unitId, kind: 'temporary', validFrom: on, validUntil: until, cause })
}

async function settleHome(tx: TransactionContext, { memberId, toUnitId }: MoveMembership, before: string) {
  await tx.db
    .update(member)
    .set({ unitId: toUnitId, revision: sql`${member.revision} + 1` })
    .where(eq(member.id, memberId))
  await recordMemberChanges(tx, memberId, [{ field: 'unitId', before, after: toUnitId }])
}

/** Two primary cells over one day: PostgreSQL's exclusion constraint has the last word. */
export function refuseTwoCells(error: unknown): never {
  if (sqlState(error) === '23P01') throw new Conflict('members.two-cells')
  throw error
}
