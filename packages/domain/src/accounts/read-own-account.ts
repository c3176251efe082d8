import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { member } from '../members'
import { account } from './schema'

/** The actor's own account, as their page shows it. */
export async function readOwnAccount(ctx: TenantContext) {
  authorize(ctx, 'accounts.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  const [own] = await ctx.db
    .select({
      cardNumber: member.cardNumber,
      phone: member.phone,
      secondFactor: sql<boolean>`${account.totpSecret} is not null`,
    })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .where(eq(account.id, ctx.actor.accountId))
  if (!own) throw new NotFound()
  return own
}
