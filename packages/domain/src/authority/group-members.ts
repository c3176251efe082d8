import {
  audit,
  Conflict,
  NotFound,
  newId,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { giveRoles, roleGrant, takeRoles } from '../accounts'
import { grantingOf, grantingScope } from './granting'
import { type AddToGroup, addToGroupInput, type GroupMemberReference, groupMemberInput } from './inputs'
import { loadGroup } from './load-group'
import { loadPeople } from './load-people'
import { loadPlace } from './load-place'
import { overlapping, periodFrom } from './period'
import { userGroupMember } from './schema'

/**
 * Brings members into a group over a period: they hold the group's roles for exactly those days.
 * @throws NotFound outside the scope · Conflict for a role of the group that is not the actor's to hand out, for oneself,
 *   and for who is in it on one of the days · Invalid for the days
 */
export async function addToGroup(ctx: TenantContext, input: AddToGroup): Promise<{ ids: string[] }> {
  const granting = grantingOf(ctx)
  const { groupId, memberIds, ...days } = addToGroupInput.parse(input)
  const period = periodFrom(ctx, days)
  return transaction(ctx, async (tx) => {
    const { roles } = await loadGroup(tx, granting, groupId)
    const people = await loadPeople(tx, grantingScope(granting), memberIds)
    const ids = people.map(({ id }) => id)
    const same = and(
      eq(userGroupMember.groupId, groupId),
      inArray(userGroupMember.memberId, ids),
      overlapping(userGroupMember, period),
    )
    const [there] = await tx.db.select({ id: userGroupMember.id }).from(userGroupMember).where(same).limit(1)
    if (there) throw new Conflict('authority.in-group')
    for (const { unitId } of roles) await loadPlace(tx, unitId, period.validFrom)
    const rows = ids.map((memberId) => ({ id: newId(), groupId, memberId, ...period }))
    await tx.db.insert(userGroupMember).values(rows)
    const grants = rows.flatMap((row) =>
      roles.map(({ role, unitId }) => ({
        memberId: row.memberId,
        role,
        unitId,
        ...period,
        source: 'group' as const,
        sourceId: row.id,
      })),
    )
    await giveRoles(tx, grants)
    for (const row of rows)
      audit(tx, 'authority.group-member-added', { id: groupId }, { membership: row.id, ...period })
    return { ids: rows.map(({ id }) => id) }
  })
}

/** Takes a member out of a group, with its roles, from the next request on. @throws NotFound · Conflict when over */
export async function removeFromGroup(ctx: TenantContext, input: GroupMemberReference): Promise<void> {
  const granting = grantingOf(ctx)
  const { groupMemberId } = groupMemberInput.parse(input)
  await transaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ groupId: userGroupMember.groupId })
      .from(userGroupMember)
      .where(eq(userGroupMember.id, groupMemberId))
    if (!found) throw new NotFound()
    await loadGroup(tx, granting, found.groupId)
    const ended = await endMemberships(tx, eq(userGroupMember.id, groupMemberId))
    if (ended === 0) throw new Conflict('authority.group-member-over')
    await takeRoles(tx, and(eq(roleGrant.source, 'group'), eq(roleGrant.sourceId, groupMemberId)))
    audit(tx, 'authority.group-member-removed', { id: found.groupId }, { membership: groupMemberId })
  })
}

/** Who is in the group today or later, held until the transaction ends. */
export const standingMembers = (tx: TransactionContext, groupId: string) =>
  tx.db
    .select()
    .from(userGroupMember)
    .where(and(eq(userGroupMember.groupId, groupId), standing(todayOf(tx))))
    .orderBy(asc(userGroupMember.id))
    .for('update')

/** Ends memberships with yesterday. @returns how many were not over */
export async function endMemberships(tx: TransactionContext, which: SQL): Promise<number> {
  const today = todayOf(tx)
  const ended = await tx.db
    .update(userGroupMember)
    .set({ validUntil: sql`${today}::date - 1` })
    .where(and(which, standing(today)))
    .returning({ id: userGroupMember.id })
  return ended.length
}

/** True of roles that came with a membership of the group. */
export const ofGroup = (tx: TransactionContext, groupId: string): SQL | undefined =>
  and(
    eq(roleGrant.source, 'group'),
    inArray(
      roleGrant.sourceId,
      tx.db.select({ id: userGroupMember.id }).from(userGroupMember).where(eq(userGroupMember.groupId, groupId)),
    ),
  )

const standing = (today: string) => or(isNull(userGroupMember.validUntil), gte(userGroupMember.validUntil, today))
