import { authorize, Conflict, covers, may, NotFound, type Scope, type TenantContext } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { roleReach } from '../accounts'
import type { UnitKind } from '../organisation'

/** Where the actor hands out roles: any of them, and only the offices of cells (QN 10.1.3). */
export interface Granting {
  manage: Scope
  below: Scope
}

/** A unit as the rules about roles look at it. */
export interface Place {
  kind: UnitKind
  level: string
  path: string
}

const nowhere: Scope = { paths: [] }

/** @throws NotFound when the actor hands out no role anywhere · Unauthenticated when nobody is signed in */
export function grantingOf(ctx: TenantContext): Granting {
  const scopeOf = (permission: string) => (may(ctx, permission) ? authorize(ctx, permission) : nowhere)
  const granting = { manage: scopeOf('authority.manage'), below: scopeOf('authority.grantBelow') }
  if (granting.manage.paths.length + granting.below.paths.length === 0) authorize(ctx, 'authority.manage')
  return granting
}

/** Everything the actor hands out roles in, as one scope. */
export const grantingScope = ({ manage, below }: Granting): Scope => ({ paths: [...manage.paths, ...below.paths] })

/** How the configuration names a unit in a role's `at`. A cell is one at whichever level it hangs. */
function placesOf({ config }: Pick<TenantContext, 'config'>, { kind, level }: Pick<Place, 'kind' | 'level'>) {
  if (kind === 'agency') return [`agency:${level}`]
  if (kind === 'steering') return ['steering']
  if (kind === 'committee') return [level]
  return [level, ...config.organisation.levels.filter((entry) => entry.members).map((entry) => entry.key)]
}

/** The roles that the configuration lets somebody hold at a unit. */
export const rolesAt = (ctx: Pick<TenantContext, 'config'>, place: Pick<Place, 'kind' | 'level'>): RoleKey[] => {
  const places = placesOf(ctx, place)
  return ctx.config.roles
    .filter(({ key, at }) => key !== 'member' && at.some((one) => places.includes(one)))
    .map((role) => role.key)
}

/**
 * The rule of every grant, whatever it comes from.
 * @throws NotFound outside the actor's scope · Conflict for a role that is unknown, not held there, not this actor's to
 *   hand out, or wider than the actor's own scope
 */
export function assertGrantable(ctx: TenantContext, granting: Granting, named: string, place: Place): RoleKey {
  if (!covers(grantingScope(granting), place.path)) throw new NotFound()
  const role = ctx.config.roles.find(({ key }) => key === named && key !== 'member')
  if (!role) throw new Conflict('authority.unknown-role', { role: named })
  if (!rolesAt(ctx, place).includes(role.key)) throw new Conflict('authority.role-not-here', { role: role.name })
  if (!reachedBy(ctx, granting, role.key, place)) throw new Conflict('authority.role-not-yours', { role: role.name })
  return role.key
}

/** Whether the actor may hand the role out, or take it away, there. */
export function reachedBy(ctx: TenantContext, { manage, below }: Granting, role: string, place: Place): boolean {
  const reach = roleReach(ctx, { role, ...place })
  if (covers(manage, place.path) && covers(manage, reach)) return true
  const offices: readonly string[] = ctx.config.accounts.approvedBy?.alsoGrants ?? []
  return place.kind === 'cell' && offices.includes(role) && covers(below, place.path)
}
