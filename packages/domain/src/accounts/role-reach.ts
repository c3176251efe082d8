import type { TenantContext } from '@sotay/kernel'
import type { UnitKind } from '../organisation'

/**
 * The part of the tree a role reaches from a unit. One that only agencies hold is held for the committee the agency
 * serves, and reaches what the committee does.
 * @returns the path under which it reaches everything
 */
export function roleReach(
  { config }: Pick<TenantContext, 'config'>,
  { role, kind, path }: { role: string; kind: UnitKind; path: string },
): string {
  if (kind !== 'agency' || !path.includes('.')) return path
  const places = config.roles.find((entry) => entry.key === role)?.at
  const forCommittee = places?.every((place) => place.startsWith('agency:')) ?? false
  return forCommittee ? path.slice(0, path.lastIndexOf('.')) : path
}
