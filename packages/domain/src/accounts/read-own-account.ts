import { authorize, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { eq, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { account, roleGrant } from './schema'

interface OwnRole {
  role: RoleKey
  unitName: string
  /** The last day; open while absent. */
  until: string | null
}

/** The actor's own account, as their page shows it: what is withheld, why, and the roles it is withheld from. */
export async function readOwnAccount(ctx: TenantContext) {
  authorize(ctx, 'accounts.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  const today = sql`${todayOf(ctx)}::date`
  // Names are written out: a correlated subquery needs them.
  const roles = sql<OwnRole[]>`coalesce((
    select json_agg(json_build_object('role', held.role, 'unitName', place.name, 'until', held.valid_until)
      order by held.valid_from, held.id)
    from ${roleGrant} held join ${unit} place on place.id = held.unit_id
    where held.member_id = ${account.memberId} and held.valid_from <= ${today}
      and (held.valid_until is null or held.valid_until >= ${today})
  ), '[]'::json)`
  const [own] = await ctx.db
    .select({
      cardNumber: member.cardNumber,
      phone: member.phone,
      secondFactor: sql<boolean>`${account.totpSecret} is not null`,
      restrictedUntil: account.restrictedUntil,
      restrictionReason: account.restrictionReason,
      roles,
    })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .where(eq(account.id, ctx.actor.accountId))
  if (!own) throw new NotFound()
  const { restrictedUntil: until, restrictionReason: reason, ...rest } = own
  return { ...rest, restriction: until !== null && until >= todayOf(ctx) ? { until, reason: reason ?? '' } : null }
}
