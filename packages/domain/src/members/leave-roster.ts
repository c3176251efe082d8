import {
  audit,
  authorize,
  Conflict,
  Invalid,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { changeLine } from './change-line'
import { type LeaveRoster, leaveRosterInput } from './inputs'
import { loadMember, type MemberLine } from './read-member-line'
import { type Leaving, membership } from './schema'

/**
 * Takes a member off the roster with a last day: transferred out, deceased, removed, expelled or resigned. The line stays
 * with its history; the person can no longer sign in.
 * @throws NotFound outside the actor's scope · Invalid for a day ahead, or before the present membership began · Conflict
 * when the member left already
 */
export async function leaveRoster(ctx: TenantContext, input: LeaveRoster): Promise<void> {
  const scope = authorize(ctx, 'members.manage')
  const { memberId, on, leaving } = leaveRosterInput.parse(input)
  await transaction(ctx, async (tx) => {
    const held = await loadMember(tx, scope, memberId)
    await departFromRoster(tx, held, { on, leaving })
  })
}

/**
 * `leaveRoster` as part of a larger act that checked the scope and holds the line.
 * @param on the last day on the roster
 */
export async function departFromRoster(
  tx: TransactionContext,
  held: MemberLine,
  { on, leaving }: { on: string; leaving: Leaving },
): Promise<void> {
  if (held.leftOn) throw new Conflict('members.has-left')
  if (on > todayOf(tx)) throw new Invalid({ on: ['members.left-ahead'] })
  const own = eq(membership.memberId, held.id)
  const [present] = await tx.db
    .select({ validFrom: membership.validFrom })
    .from(membership)
    .where(and(own, eq(membership.kind, 'primary'), eq(membership.unitId, held.unitId), openOn(on)))
  if (present && present.validFrom > on) throw new Invalid({ on: ['members.left-early'] })
  // What was planned for later falls away.
  await tx.db.delete(membership).where(and(own, gt(membership.validFrom, on)))
  await tx.db
    .update(membership)
    .set({ validUntil: on })
    .where(and(own, openOn(on)))
  await changeLine(tx, held, { leftOn: on, leaving })
  audit(tx, 'members.left', held, { leaving, on })
}

const openOn = (day: string) => or(isNull(membership.validUntil), gt(membership.validUntil, day))
