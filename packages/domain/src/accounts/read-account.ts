import { isId, may, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { asOf, unit } from '../organisation'
import { stateOf } from './list-accounts'
import { overseen, overseerOf } from './overseer'
import { account, roleGrant, session } from './schema'

/**
 * One account the actor looks after, with what they may do about it.
 * @throws NotFound when there is no such
 */
export async function readAccount(ctx: TenantContext, { accountId }: { accountId: string }) {
  const overseer = overseerOf(ctx)
  if (!isId(accountId)) throw new NotFound()
  const [found] = await ctx.db
    .select({
      accountId: account.id,
      memberId: member.id,
      name: member.fullName,
      cardNumber: member.cardNumber,
      phone: member.phone,
      unitName: unit.name,
      status: account.status,
      reason: account.decisionReason,
      registeredAt: account.registeredAt,
      restrictedUntil: account.restrictedUntil,
      restrictionReason: account.restrictionReason,
      passwordExpiresAt: account.passwordExpiresAt,
      secondFactor: sql<boolean>`${account.totpSecret} is not null`,
      devices: sql<number>`(select count(*)::int from ${session} where ${session.accountId} = ${account.id}
        and ${gt(session.expiresAt, ctx.clock.now())})`,
    })
    .from(account)
    .innerJoin(member, and(eq(member.id, account.memberId), inRoster))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(account.id, accountId), overseen(ctx, overseer, unit.path)))
  if (!found) throw new NotFound()
  const own = ctx.actor.kind === 'member' && ctx.actor.memberId === found.memberId
  const roles = await rolesOf(ctx, found.memberId)
  return { ...found, state: stateOf(ctx, found), roles, own, mayManage: may(ctx, 'accounts.manage') }
}

/** Roles a member holds today, and until when. */
const rolesOf = (ctx: TenantContext, memberId: string) =>
  ctx.db
    .select({ id: roleGrant.id, role: roleGrant.role, unitName: unit.name, until: roleGrant.validUntil })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(and(eq(roleGrant.memberId, memberId), asOf(roleGrant, todayOf(ctx)), asOf(unit, todayOf(ctx))))
    .orderBy(asc(roleGrant.validFrom), asc(roleGrant.id))
