import {
  audit,
  Conflict,
  covers,
  NotFound,
  newId,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { assertGrantable, type Granting, grantingOf, grantingScope } from './granting'
import { type OpenGroup, openGroupInput } from './inputs'
import { loadPlace } from './load-place'
import { userGroup, userGroupRole } from './schema'

/**
 * Opens a user group of a unit with the roles its members will hold.
 * @throws NotFound when a unit is outside the actor's scope · Conflict for a role the actor may not hand out there, or that
 *   wants four eyes, which a group would pass by
 * Source: QN 2.6, R4
 */
export async function openGroup(ctx: TenantContext, input: OpenGroup): Promise<{ id: string }> {
  const granting = grantingOf(ctx)
  const { unitId, name, roles } = openGroupInput.parse(input)
  return transaction(ctx, async (tx) => {
    const home = await loadPlace(tx, unitId, todayOf(tx))
    if (!covers(grantingScope(granting), home.path)) throw new NotFound()
    const row = { id: newId(), unitId, name, createdAt: tx.clock.now() }
    await tx.db.insert(userGroup).values(row)
    audit(tx, 'authority.group-opened', row, { unitId })
    for (const given of roles) await insertRole(tx, granting, row.id, given)
    return { id: row.id }
  })
}

/** Adds a role to a group's, by the rule of every grant. */
export async function insertRole(
  tx: TransactionContext,
  granting: Granting,
  groupId: string,
  given: { role: string; unitId: string },
): Promise<RoleKey> {
  const place = await loadPlace(tx, given.unitId, todayOf(tx))
  const role = assertGrantable(tx, granting, given.role, place)
  if (tx.config.accounts.fourEyes?.roles.includes(role)) throw new Conflict('authority.four-eyes-only')
  const row = { id: newId(), groupId, role, unitId: place.id }
  const [added] = await tx.db
    .insert(userGroupRole)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: userGroupRole.id })
  if (!added) throw new Conflict('authority.group-has-role')
  audit(tx, 'authority.group-role-added', { id: groupId }, { role, unitId: place.id })
  return role
}
