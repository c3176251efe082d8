import { type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, eq, isNull, lt, ne, notInArray, sql } from 'drizzle-orm'
import { account } from '../accounts'
import { member } from '../members'
import { unit } from '../organisation'
import { turnDownTransfer, withdrawTransfer } from './answer-transfer'
import { type GivenTransfer, makeTransfer } from './factory'

const DAY_MS = 86_400_000

/** A few fictional transfers in each state, around the cell in which the people of the demonstration are. */
export async function demoTransfers(ctx: TenantContext): Promise<void> {
  const cells = await neighbours(ctx)
  if (!ctx.config.transfers || cells.length < 2) return
  const [mine, other] = cells as [string, string]
  const ours = await peopleOf(ctx, mine, 6)
  const theirs = await peopleOf(ctx, other, 4)
  const go = async (
    memberId: string | undefined,
    toUnitId: string,
    given: Omit<GivenTransfer, 'memberId'>,
    daysAgo = 0,
  ) => {
    if (!memberId) return
    const then = { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() - daysAgo * DAY_MS) } }
    return makeTransfer(then, { memberId, ...(given.kind === 'out' ? {} : { toUnitId }), ...given })
  }
  const later = (days: number) =>
    todayOf({ ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() + days * DAY_MS) } })
  await go(ours[0], other, { reason: 'Chuyển nơi cư trú sang địa bàn chi bộ bạn' }, 9)
  await go(
    ours[1],
    other,
    { kind: 'temporary', from: later(2), until: later(80), reason: 'Đi học tập trung ba tháng' },
    1,
  )
  await go(theirs[0], mine, { upTo: 'confirmed', reason: 'Chuyển công tác về gần nhà' }, 2)
  await go(theirs[1], mine, { upTo: 'accepted', reason: 'Thay đổi đơn vị công tác' }, 1)
  await go(ours[2], other, {
    upTo: 'decided',
    reason: 'Theo nguyện vọng cá nhân',
    decision: { effectiveOn: later(10) },
  })
  await go(theirs[2], mine, { upTo: 'decided', reason: 'Nghỉ hưu, về sinh hoạt nơi cư trú' }, 20)
  await go(
    ours[3],
    other,
    {
      kind: 'out',
      elsewhere: 'Đảng bộ tỉnh bạn',
      partner: ctx.signatures.peers()[0]?.slug,
      upTo: 'decided',
      reason: 'Chuyển công tác ngoài tỉnh',
    },
    3,
  )
  const returned = await go(ours[4], other, { reason: 'Chuyển nơi cư trú' }, 12)
  if (returned)
    await turnDownTransfer(ctx, { transferId: returned.id, how: 'returned', reason: 'Đề nghị ghi rõ nơi cư trú mới.' })
  const withdrawn = await go(theirs[3], mine, { reason: 'Dự kiến chuyển công tác' }, 15)
  if (withdrawn) await withdrawTransfer(ctx, { transferId: withdrawn.id })
}

/** The cell with the most accounts, which is that of the people to sign in as, and the others under the same committee. */
async function neighbours(ctx: TenantContext): Promise<string[]> {
  const [home] = await ctx.db
    .select({ id: unit.id, parentId: unit.parentId })
    .from(unit)
    .innerJoin(member, eq(member.unitId, unit.id))
    .innerJoin(account, eq(account.memberId, member.id))
    .where(eq(unit.kind, 'cell'))
    .groupBy(unit.id)
    .orderBy(sql`count(*) desc`, asc(unit.id))
    .limit(1)
  if (!home?.parentId) return []
  const beside = await ctx.db
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.parentId, home.parentId), eq(unit.kind, 'cell'), ne(unit.id, home.id), isNull(unit.validUntil)))
    .orderBy(asc(unit.path))
    .limit(1)
  return [home.id, ...beside.map(({ id }) => id)]
}

/** Members of a cell who are nobody's sign-in and were in it before the first of these transfers was asked for. */
async function peopleOf(ctx: TenantContext, unitId: string, count: number): Promise<string[]> {
  const longAgo = todayOf({ ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() - 60 * DAY_MS) } })
  const signedIn = ctx.db.select({ id: account.memberId }).from(account)
  const rows = await ctx.db
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.unitId, unitId),
        isNull(member.leftOn),
        lt(member.admittedOn, longAgo),
        notInArray(member.id, signedIn),
      ),
    )
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(count)
  return rows.map(({ id }) => id)
}
