import { newId, type TenantContext } from '@sotay/kernel'
import { asc, eq } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { recordCardCase } from './record-case'
import { cardCase } from './schema'

const DAY_MS = 86_400_000

/** Fills a demonstration province with cases of fictional members: reported, confirmed, settled. */
export async function demoCards(ctx: TenantContext): Promise<void> {
  const people = await ctx.db
    .select({ memberId: member.id, unitId: member.unitId, oldCard: member.cardNumber })
    .from(member)
    .where(inRoster)
    .orderBy(asc(member.id))
    .limit(4)
  const [reporting, losing, doubled, settled] = people
  if (!reporting || !losing || !doubled || !settled) return
  const daysAgo = (days: number) => ({ now: () => new Date(ctx.clock.now().getTime() - days * DAY_MS) })
  const reported = { id: newId(), kind: 'lost' as const, status: 'reported' as const, ...reporting }
  await ctx.db.insert(cardCase).values({
    ...reported,
    note: 'Mất ví khi đi chợ',
    reportedBy: reporting.memberId,
    reportedAt: daysAgo(1).now(),
  })
  const record = (days: number) => ({ ...ctx, clock: daysAgo(days) })
  await recordCardCase(record(3), { memberId: losing.memberId, kind: 'damaged', note: 'Thẻ bong, không đọc được số' })
  await recordCardCase(record(5), { memberId: doubled.memberId, kind: 'duplicate', otherCard: settled.oldCard })
  const { id } = await recordCardCase(record(20), { memberId: settled.memberId, kind: 'lost', note: 'Mất khi lũ' })
  const outcome = 'Đã cấp thẻ, giữ số cũ'
  await ctx.db
    .update(cardCase)
    .set({ status: 'resolved', outcome, decidedAt: daysAgo(8).now() })
    .where(eq(cardCase.id, id))
}
