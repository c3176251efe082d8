import { addDays, type MemberActor, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import { account, roleGrant } from '../accounts'
import { inRoster, member } from '../members'
import { asOf, unit } from '../organisation'
import { appointCustodian } from './appoint-custodian'
import { delegateApproval } from './delegate-approval'
import { endGrants } from './end-grants'
import { grantRole } from './grant-role'
import { rolesAt } from './granting'
import { addToGroup } from './group-members'
import { handOverSeat } from './hand-over-seat'
import { openGroup } from './open-group'
import { hasSeats, openSeat } from './open-seat'

const DAY_MS = 86_400_000

/** Seats with custodians and their predecessors, a group, a delegation and a role that ends soon, in the personas' branch. */
export async function demoAuthority(ctx: TenantContext): Promise<void> {
  for (const admin of await holders(ctx, 'unit_admin')) await seatFor(ctx, admin)
  const rule = ctx.config.accounts.approvedBy
  const approvers = rule ? await holders(ctx, rule.role) : []
  const [secretary] = approvers.filter((entry) => entry.place.level === rule?.at)
  if (!secretary) return
  await groupAt(ctx, secretary)
  await delegate(ctx, secretary)
}

type Officer = Awaited<ReturnType<typeof holders>>[number]

/** Who holds a role today, in their own name, at a unit that stands. */
const holders = (ctx: TenantContext, role: string) =>
  ctx.db
    .select({ grantId: roleGrant.id, person: member, accountId: account.id, place: unit })
    .from(roleGrant)
    .innerJoin(member, and(eq(member.id, roleGrant.memberId), inRoster))
    .innerJoin(account, eq(account.memberId, member.id))
    .innerJoin(unit, and(eq(unit.id, roleGrant.unitId), asOf(unit, todayOf(ctx))))
    .where(and(sql`${roleGrant.role} = ${role}`, eq(roleGrant.source, 'direct'), asOf(roleGrant, todayOf(ctx))))
    .orderBy(asc(unit.path))

/** Members of the unit's part of the tree who have no account: nobody's persona. */
async function others(ctx: TenantContext, path: string, wanted: number): Promise<string[]> {
  const own = ctx.db.select({ id: account.id }).from(account).where(eq(account.memberId, member.id))
  const rows = await ctx.db
    .select({ id: member.id })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(inRoster, sql`${unit.path} <@ ${path}::ltree`, notExists(own)))
    .orderBy(asc(member.cardNumber))
    .limit(wanted)
  return rows.map(({ id }) => id)
}

async function seatFor(ctx: TenantContext, { grantId, person, place }: Officer): Promise<void> {
  if (!hasSeats(ctx, place) || !rolesAt(ctx, place).includes('unit_admin')) return
  const earlier = { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() - 210 * DAY_MS) } }
  const [predecessor] = await others(ctx, place.path, 1)
  const name = `Tài khoản quản trị của ${place.name}`
  const { id: seatId } = await openSeat(ctx, { unitId: place.id, name, role: 'unit_admin' })
  const decision = (at: TenantContext, number: string) => ({
    number,
    signedOn: todayOf(at),
    signer: 'Đồng chí bí thư cấp ủy',
  })
  if (predecessor && place.validFrom <= todayOf(earlier)) {
    await appointCustodian(earlier, { seatId, memberId: predecessor, decision: decision(earlier, '08-QĐ/CU') })
    await handOverSeat(ctx, { seatId, memberId: person.id, decision: decision(ctx, '41-QĐ/CU') })
  } else {
    await appointCustodian(ctx, { seatId, memberId: person.id, decision: decision(ctx, '41-QĐ/CU') })
  }
  await endGrants(ctx, { grantIds: [grantId] })
}

async function groupAt(ctx: TenantContext, { place }: Officer): Promise<void> {
  const people = await others(ctx, place.path, 6)
  const role = ['contributor', 'statistics_officer', 'editor'].find((key) =>
    rolesAt(ctx, place).some((one) => one === key),
  )
  if (!role || people.length < 6) return
  const group = { unitId: place.id, name: 'Tổ cộng tác viên của cấp ủy', roles: [{ role, unitId: place.id }] }
  const { id: groupId } = await openGroup(ctx, group)
  await addToGroup(ctx, { groupId, memberIds: people.slice(2, 5) })
  const validUntil = inDays(ctx, 10)
  await grantRole(ctx, { memberIds: [people[5]!], role, unitId: place.id, validUntil })
}

async function delegate(ctx: TenantContext, { person, accountId, place }: Officer): Promise<void> {
  const rule = ctx.config.accounts.approvedBy
  const [deputy] = (await holders(ctx, 'cell_secretary')).filter((entry) =>
    entry.place.path.startsWith(`${place.path}.`),
  )
  if (!rule?.delegable || !deputy) return
  const actor: MemberActor = {
    kind: 'member',
    accountId,
    memberId: person.id,
    sessionId: accountId,
    name: person.fullName,
    unitId: person.unitId,
    unitName: place.name,
    path: place.path,
    grants: [{ role: rule.role, unitId: place.id, path: place.path }],
  }
  const reason = 'Đồng chí bí thư đi học tập trung'
  await delegateApproval(
    { ...ctx, actor },
    { unitId: place.id, memberId: deputy.person.id, validUntil: inDays(ctx, 30), reason },
  )
}

function inDays(ctx: TenantContext, days: number): string {
  let day = todayOf(ctx)
  for (let n = 0; n < days; n++) day = addDays(day, 1)
  return day
}
