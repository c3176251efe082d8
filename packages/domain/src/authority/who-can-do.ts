import { authorize, inScope, isId, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { aliasedTable, and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { delegation, type GrantSource, roleGrant, roleReach } from '../accounts'
import { inRoster, member } from '../members'
import { asOf, decision, unit } from '../organisation'
import { custody, seat, userGroup, userGroupMember } from './schema'

/** Somebody who holds a role that reaches the unit, and whence. */
export interface Holder {
  memberId: string
  name: string
  role: RoleKey
  source: GrantSource
  /** The seat or group the role comes with. */
  through: string | null
  /** Where it is held, when that is above the unit. */
  above: string | null
  validFrom: string
  validUntil: string | null
  decisionNumber: string | null
  decisionSignedOn: string | null
}

export interface DelegatedHolder {
  memberId: string
  name: string
  fromName: string
  unitName: string
  validUntil: string
}

const giver = aliasedTable(member, 'giver')

const held = {
  memberId: roleGrant.memberId,
  name: member.fullName,
  role: roleGrant.role,
  source: roleGrant.source,
  unitId: unit.id,
  unitName: unit.name,
  kind: unit.kind,
  path: unit.path,
  validFrom: roleGrant.validFrom,
  validUntil: roleGrant.validUntil,
  seatName: seat.name,
  groupName: userGroup.name,
  decisionNumber: decision.number,
  decisionSignedOn: decision.signedOn,
}

/** Roles in force today with the seat, group and decision behind each. */
const heldToday = (ctx: TenantContext) => {
  const today = todayOf(ctx)
  const rows = ctx.db
    .select(held)
    .from(roleGrant)
    .innerJoin(member, and(eq(member.id, roleGrant.memberId), inRoster))
    .innerJoin(unit, and(eq(unit.id, roleGrant.unitId), asOf(unit, today)))
    .leftJoin(custody, and(eq(roleGrant.source, 'seat'), eq(custody.id, roleGrant.sourceId)))
    .leftJoin(seat, eq(seat.id, custody.seatId))
    .leftJoin(decision, eq(decision.id, custody.decisionId))
    .leftJoin(userGroupMember, and(eq(roleGrant.source, 'group'), eq(userGroupMember.id, roleGrant.sourceId)))
    .leftJoin(userGroup, eq(userGroup.id, userGroupMember.groupId))
  return { rows, inForce: asOf(roleGrant, today) }
}

/**
 * Who can do what at a unit today: each role that reaches it, who holds it, whether there or above, directly, with a seat
 * or a group, until when and by which decision; and to whom the right to approve accounts was handed.
 * @throws NotFound outside the actor's scope
 * Source: R3, R4, QN 17
 */
export async function whoCanDo(ctx: TenantContext, { unitId }: { unitId: string }) {
  const scope = authorize(ctx, 'authority.read')
  if (!isId(unitId)) throw new NotFound()
  const [place] = await ctx.db
    .select()
    .from(unit)
    .where(and(eq(unit.id, unitId), inScope(unit.path, scope)))
  if (!place) throw new NotFound()
  const { rows, inForce } = heldToday(ctx)
  // An agency's role may reach what its committee does, so agencies of the units above are looked at too.
  const near = sql`(${unit.path} @> ${place.path}::ltree
    or (${unit.kind} = 'agency' and subpath(${unit.path}, 0, greatest(nlevel(${unit.path}) - 1, 1)) @> ${place.path}::ltree))`
  const found = await rows.where(and(near, inForce)).orderBy(asc(sql`nlevel(${unit.path})`), asc(member.sortName))
  const reaching = found.filter((row) => isWithin(place.path, roleReach(ctx, row)))
  const holders = reaching.map(
    ({ unitId: at, unitName, kind: _, path: __, seatName, groupName, ...row }): Holder => ({
      ...row,
      through: seatName ?? groupName,
      above: at === unitId ? null : unitName,
    }),
  )
  const delegated = await delegatedToday(ctx, sql`${unit.path} @> ${place.path}::ltree`)
  return { unit: { id: place.id, name: place.name }, holders, delegated }
}

/** What one person may do, and where, in the actor's part of the tree. @throws NotFound for somebody who holds nothing there */
export async function whatMayDo(ctx: TenantContext, { memberId }: { memberId: string }) {
  const scope = authorize(ctx, 'authority.read')
  if (!isId(memberId)) throw new NotFound()
  const home = await ctx.db
    .select({ id: member.id, name: member.fullName, unitName: unit.name })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(member.id, memberId), inRoster, inScope(unit.path, scope)))
  const [person] = home
  if (!person) throw new NotFound()
  const { rows, inForce } = heldToday(ctx)
  const found = await rows
    .where(and(eq(roleGrant.memberId, memberId), inForce, inScope(unit.path, scope)))
    .orderBy(asc(sql`nlevel(${unit.path})`))
  const mine = and(eq(delegation.toMemberId, memberId), inScope(unit.path, scope))
  return {
    person,
    delegated: await delegatedToday(ctx, mine!),
    held: found.map(({ kind: _, path: __, seatName, groupName, ...row }) => ({
      ...row,
      through: seatName ?? groupName,
    })),
  }
}
export type HeldByPerson = Awaited<ReturnType<typeof whatMayDo>>['held'][number]

/** What a role lets its holder do, by the configuration and the modules in force. */
export const permissionsOf = ({ config }: TenantContext, role: RoleKey): string[] =>
  [...config.access].flatMap(([permission, audience]) =>
    typeof audience === 'object' && audience.has(role) ? [permission] : [],
  )

/** Delegations in force whose giver still holds the office. */
function delegatedToday(ctx: TenantContext, which: SQL): Promise<DelegatedHolder[]> {
  const today = todayOf(ctx)
  const role = ctx.config.accounts.approvedBy?.role ?? ''
  return ctx.db
    .select({
      memberId: member.id,
      name: member.fullName,
      fromName: giver.fullName,
      unitName: unit.name,
      validUntil: delegation.validUntil,
    })
    .from(delegation)
    .innerJoin(member, and(eq(member.id, delegation.toMemberId), inRoster))
    .innerJoin(giver, eq(giver.id, delegation.fromMemberId))
    .innerJoin(unit, eq(unit.id, delegation.unitId))
    .where(
      and(
        which,
        isNull(delegation.endedAt),
        asOf(delegation, today),
        sql`exists (select from ${roleGrant} office where office.member_id = ${delegation.fromMemberId}
          and office.unit_id = ${delegation.unitId} and office.role = ${role} and office.valid_from <= ${today}::date
          and (office.valid_until is null or office.valid_until >= ${today}::date))`,
      ),
    )
}

const isWithin = (path: string, root: string): boolean => path === root || path.startsWith(`${root}.`)
