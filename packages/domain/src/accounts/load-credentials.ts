import { type TenantContext, todayOf } from '@sotay/kernel'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { account, roleGrant } from './schema'

/** What signing in needs to know of an account. */
export type Credentials = NonNullable<Awaited<ReturnType<typeof loadCredentials>>>

/** Reads the one account that `where` describes, with the roles its member holds today. */
export async function loadCredentials(ctx: TenantContext, where: SQL | undefined) {
  const today = sql`${todayOf(ctx)}::date`
  const found = await ctx.db
    .select({
      accountId: account.id,
      memberId: account.memberId,
      cardNumber: member.cardNumber,
      phone: member.phone,
      status: account.status,
      reason: account.decisionReason,
      passwordHash: account.passwordHash,
      passwordExpiresAt: account.passwordExpiresAt,
      totpSecret: account.totpSecret,
      roles: sql<string>`coalesce((
        select string_agg(distinct held.role, ',') from ${roleGrant} held where held.member_id = ${account.memberId}
          and held.valid_from <= ${today} and (held.valid_until is null or held.valid_until >= ${today})
      ), '')`,
    })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .where(and(where, inRoster))
    .limit(2)
  const [only] = found
  return only && found.length === 1
    ? { ...only, roles: ['member', ...only.roles.split(',').filter(Boolean)] }
    : undefined
}
