import { type TenantContext, todayOf } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { type AccountStatus, account, roleGrant } from './schema'

/** True of members who hold a role today. */
export function holdsRole({ config, clock }: Pick<TenantContext, 'config' | 'clock'>, role: RoleKey): SQL {
  const day = sql`${todayOf({ config, clock })}::date`
  return sql`${member.id} in (select held.member_id from ${roleGrant} held where held.role = ${role}
    and held.valid_from <= ${day} and (held.valid_until is null or held.valid_until >= ${day}))`
}

/** True of members whose account is in a state; `none` of those without an account. */
export const hasAccount = (state: AccountStatus | 'none'): SQL =>
  state === 'none'
    ? sql`not exists (select from ${account} owned where owned.member_id = ${member.id})`
    : sql`exists (select from ${account} owned where owned.member_id = ${member.id} and owned.status = ${state})`

/** States of these members' accounts, by member. The caller has read the members within its scope. */
export async function accountStates(
  ctx: TenantContext,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, AccountStatus>> {
  if (memberIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ memberId: account.memberId, status: account.status })
    .from(account)
    .where(inArray(account.memberId, [...memberIds]))
  return new Map(rows.map(({ memberId, status }) => [memberId, status]))
}

export interface RoleHeld {
  role: RoleKey
  unitName: string
  validFrom: string
  validUntil: string | null
}

/** The roles a member holds today or later. The caller has read the member within its scope. */
export async function rolesOf(ctx: TenantContext, memberId: string): Promise<RoleHeld[]> {
  const day = todayOf(ctx)
  return ctx.db
    .select({
      role: roleGrant.role,
      unitName: unit.name,
      validFrom: roleGrant.validFrom,
      validUntil: roleGrant.validUntil,
    })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(
      sql`${roleGrant.memberId} = ${memberId} and (${roleGrant.validUntil} is null or ${roleGrant.validUntil} >= ${day}::date)`,
    )
    .orderBy(roleGrant.validFrom, roleGrant.id)
}
