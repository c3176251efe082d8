import {
  audit,
  authorize,
  Conflict,
  Invalid,
  newId,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, desc, eq } from 'drizzle-orm'
import { changeLine } from './change-line'
import { type ReturnToRoster, returnToRosterInput } from './inputs'
import { loadMeetingPlace } from './meeting-place'
import { refuseTwoCells } from './move-membership'
import { loadMember, type MemberLine } from './read-member-line'
import { membership } from './schema'

/**
 * Puts somebody who left back on the roster: without a day as if they had never left, with one from that day on.
 * @throws NotFound when the last or the new cell is outside the actor's scope · Invalid for a day ahead or not after the
 * leaving · Conflict when the person is on the roster, or the cell has ended
 */
export async function returnToRoster(ctx: TenantContext, input: ReturnToRoster): Promise<void> {
  const scope = authorize(ctx, 'members.manage')
  const { memberId, on, unitId } = returnToRosterInput.parse(input)
  const now = todayOf(ctx)
  if (on && on > now) throw new Invalid({ on: ['members.return-ahead'] })
  await transaction(ctx, async (tx) => {
    const held = await loadMember(tx, scope, memberId)
    if (!held.leftOn) throw new Conflict('members.on-roster')
    if (on && on <= held.leftOn) throw new Invalid({ on: ['members.return-early'] })
    const home = await loadMeetingPlace(tx, (on && unitId) || held.unitId, now, scope)
    if (on) await openPeriod(tx, memberId, home.id, on)
    else await reopenPeriod(tx, held)
    await changeLine(tx, held, { leftOn: null, leaving: null, unitId: home.id })
    audit(tx, 'members.returned', held, { unitId: home.id, on: on ?? null })
  })
}

async function openPeriod(tx: TransactionContext, memberId: string, unitId: string, validFrom: string): Promise<void> {
  await tx.db
    .insert(membership)
    .values({ id: newId(), memberId, unitId, kind: 'primary', validFrom })
    .catch(refuseTwoCells)
}

async function reopenPeriod(tx: TransactionContext, held: MemberLine): Promise<void> {
  const [last] = await tx.db
    .select({ id: membership.id, unitId: membership.unitId })
    .from(membership)
    .where(and(eq(membership.memberId, held.id), eq(membership.kind, 'primary')))
    .orderBy(desc(membership.validFrom))
    .limit(1)
  if (last?.unitId !== held.unitId) throw new Conflict('members.two-cells')
  await tx.db.update(membership).set({ validUntil: null }).where(eq(membership.id, last.id))
}
