import { authorize, inScope, type TenantContext } from '@sotay/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { inRoster, matchesMember, member } from '../members'
import { unit } from '../organisation'
import { type FindHolders, findHoldersInput } from './inputs'

const bare = sql`regexp_replace(${member.cardNumber}, '[^[:alnum:]]', '', 'g')`
const SHOWN = 100

/**
 * Members of the scope whose card number is also another's, written another way: none of them can register until it is
 * settled (CV 2). Who is outside the scope is not named.
 */
export async function listSharedNumbers(ctx: TenantContext) {
  const scope = authorize(ctx, 'cards.record')
  const shared = sql`(
    select regexp_replace(one.card_number, '[^[:alnum:]]', '', 'g') from ${member} one where one.left_on is null
    group by 1 having count(*) > 1
  )`
  return ctx.db
    .select(holder)
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(inRoster, inScope(unit.path, scope), sql`${bare} in ${shared}`))
    .orderBy(bare, member.id)
    .limit(SHOWN)
}

/** Members of the scope by part of the name or card, to record a case of. */
export async function findHolders(ctx: TenantContext, input: FindHolders = {}) {
  const scope = authorize(ctx, 'cards.record')
  const { search } = findHoldersInput.parse(input)
  if (search.length < 2) return []
  return ctx.db
    .select(holder)
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(inRoster, inScope(unit.path, scope), matchesMember(search)))
    .orderBy(sql`sort_name collate "vi-x-icu"`, member.id)
    .limit(20)
}

const holder = {
  memberId: member.id,
  name: member.fullName,
  cardNumber: member.cardNumber,
  unitName: unit.name,
}
export type CardHolder = Awaited<ReturnType<typeof findHolders>>[number]
