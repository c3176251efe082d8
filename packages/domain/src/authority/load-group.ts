import { Conflict, covers, NotFound, type TransactionContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { unit } from '../organisation'
import { assertGrantable, type Granting, grantingScope } from './granting'
import { userGroup, userGroupRole } from './schema'

/**
 * A group whose roles are all the actor's to hand out, held until the transaction ends: who could not grant a role cannot
 * bring anybody into a group that has it.
 * @throws NotFound outside the scope · Conflict when it is closed, or has a role the actor may not hand out
 */
export async function loadGroup(tx: TransactionContext, granting: Granting, groupId: string) {
  const [found] = await tx.db
    .select({ group: userGroup, path: unit.path })
    .from(userGroup)
    .innerJoin(unit, eq(unit.id, userGroup.unitId))
    .where(eq(userGroup.id, groupId))
    .for('update', { of: userGroup })
  if (!found || !covers(grantingScope(granting), found.path)) throw new NotFound()
  if (found.group.closedAt) throw new Conflict('authority.group-closed')
  const roles = await tx.db
    .select({ role: userGroupRole, place: unit })
    .from(userGroupRole)
    .innerJoin(unit, eq(unit.id, userGroupRole.unitId))
    .where(eq(userGroupRole.groupId, groupId))
  for (const { role, place } of roles) assertGrantable(tx, granting, role.role, place)
  return { ...found, roles: roles.map(({ role }) => role) }
}
