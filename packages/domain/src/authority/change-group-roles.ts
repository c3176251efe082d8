import { audit, Conflict, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { giveRoles, roleGrant, takeRoles } from '../accounts'
import { grantingOf } from './granting'
import { endMemberships, ofGroup, standingMembers } from './group-members'
import { type GroupReference, type GroupRole, groupInput, groupRoleInput } from './inputs'
import { loadGroup } from './load-group'
import { insertRole } from './open-group'
import { userGroup, userGroupMember, userGroupRole } from './schema'

/**
 * Adds a role to a group: all who are in it hold it from today, or from their first day.
 * @throws NotFound outside the scope · Conflict for a role the actor may not hand out there, that the group has, or while
 *   the actor is in the group: nobody decides for themselves
 */
export async function addGroupRole(ctx: TenantContext, input: GroupRole): Promise<void> {
  const granting = grantingOf(ctx)
  const { groupId, ...given } = groupRoleInput.parse(input)
  await transaction(ctx, async (tx) => {
    await loadGroup(tx, granting, groupId)
    const people = await standingMembers(tx, groupId)
    const { actor } = tx
    if (actor.kind === 'member' && people.some((one) => one.memberId === actor.memberId)) {
      throw new Conflict('authority.own-role')
    }
    const role = await insertRole(tx, granting, groupId, given)
    const today = todayOf(tx)
    const grants = people.map(({ id, memberId, validFrom, validUntil }) => ({
      memberId,
      role,
      unitId: given.unitId,
      validFrom: validFrom < today ? today : validFrom,
      validUntil,
      source: 'group' as const,
      sourceId: id,
    }))
    await giveRoles(tx, grants)
  })
}

/** Takes a role from a group, and from all who are in it with the next request. @throws NotFound · Conflict without it */
export async function removeGroupRole(ctx: TenantContext, input: GroupRole): Promise<void> {
  const granting = grantingOf(ctx)
  const { groupId, role, unitId } = groupRoleInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { roles } = await loadGroup(tx, granting, groupId)
    const held = roles.find((entry) => entry.role === role && entry.unitId === unitId)
    if (!held) throw new Conflict('authority.group-lacks-role')
    await tx.db.delete(userGroupRole).where(eq(userGroupRole.id, held.id))
    const same = and(eq(roleGrant.role, held.role), eq(roleGrant.unitId, unitId), ofGroup(tx, groupId))
    await takeRoles(tx, same)
    audit(tx, 'authority.group-role-removed', { id: groupId }, { role, unitId })
  })
}

/** Closes a group: all its memberships and their roles end with the next request. @throws NotFound · Conflict */
export async function closeGroup(ctx: TenantContext, input: GroupReference): Promise<void> {
  const granting = grantingOf(ctx)
  const { groupId } = groupInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { group } = await loadGroup(tx, granting, groupId)
    await takeRoles(tx, ofGroup(tx, groupId))
    await endMemberships(tx, eq(userGroupMember.groupId, groupId))
    await tx.db.update(userGroup).set({ closedAt: tx.clock.now() }).where(eq(userGroup.id, groupId))
    audit(tx, 'authority.group-closed', group, { unitId: group.unitId })
  })
}
