import { containing } from '@sotay/db'
import { authorize, inScope, isId, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { member } from '../members'
import { asOf, unit } from '../organisation'
import { grantingOf, reachedBy } from './granting'
import { type ListGroups, listGroupsInput } from './inputs'
import { stateOf } from './list-grants'
import { userGroup, userGroupMember, userGroupRole } from './schema'

const PAGE = 50

/** Open groups in the actor's part of the tree, with how many are in each today. */
export async function listGroups(ctx: TenantContext, input: ListGroups = {}) {
  const scope = authorize(ctx, 'authority.read')
  const { search, after } = listGroupsInput.parse(input)
  const today = todayOf(ctx)
  const rows = await ctx.db
    .select({
      id: userGroup.id,
      name: userGroup.name,
      unitName: unit.name,
      members: sql<number>`(select count(*)::int from ${userGroupMember} where ${userGroupMember.groupId} = ${userGroup.id}
        and ${asOf(userGroupMember, today)})`,
      roles: sql<string[]>`coalesce((select json_agg(distinct ${userGroupRole.role}) from ${userGroupRole}
        where ${userGroupRole.groupId} = ${userGroup.id}), '[]'::json)`,
    })
    .from(userGroup)
    .innerJoin(unit, eq(unit.id, userGroup.unitId))
    .where(
      and(
        isNull(userGroup.closedAt),
        inScope(unit.path, scope),
        search ? named(search) : undefined,
        after ? gt(userGroup.id, after) : undefined,
      ),
    )
    .orderBy(asc(userGroup.id))
    .limit(PAGE + 1)
  const groups = rows.slice(0, PAGE)
  return { groups, next: rows.length > PAGE ? groups.at(-1)?.id : undefined }
}
export type GroupLine = Awaited<ReturnType<typeof listGroups>>['groups'][number]

/** A group, its roles and everybody who is, was or is to be in it. @throws NotFound outside the scope */
export async function readGroup(ctx: TenantContext, { groupId }: { groupId: string }) {
  const scope = authorize(ctx, 'authority.read')
  if (!isId(groupId)) throw new NotFound()
  const [found] = await ctx.db
    .select({
      id: userGroup.id,
      name: userGroup.name,
      unitName: unit.name,
      createdAt: userGroup.createdAt,
      closedAt: userGroup.closedAt,
    })
    .from(userGroup)
    .innerJoin(unit, eq(unit.id, userGroup.unitId))
    .where(and(eq(userGroup.id, groupId), inScope(unit.path, scope)))
  if (!found) throw new NotFound()
  const [roles, people] = await Promise.all([
    ctx.db
      .select({
        role: userGroupRole.role,
        unitId: unit.id,
        unitName: unit.name,
        kind: unit.kind,
        level: unit.level,
        path: unit.path,
      })
      .from(userGroupRole)
      .innerJoin(unit, eq(unit.id, userGroupRole.unitId))
      .where(eq(userGroupRole.groupId, groupId))
      .orderBy(asc(userGroupRole.id)),
    ctx.db
      .select({
        id: userGroupMember.id,
        memberId: member.id,
        name: member.fullName,
        cardNumber: member.cardNumber,
        validFrom: userGroupMember.validFrom,
        validUntil: userGroupMember.validUntil,
      })
      .from(userGroupMember)
      .innerJoin(member, eq(member.id, userGroupMember.memberId))
      .where(eq(userGroupMember.groupId, groupId))
      .orderBy(desc(userGroupMember.validFrom), desc(userGroupMember.id))
      .limit(500),
  ])
  const granting = grantingOf(ctx)
  const today = todayOf(ctx)
  return {
    group: found,
    roles: roles.map(({ role, unitId, unitName }) => ({ role, unitId, unitName })),
    people: people.map((row) => ({ ...row, state: stateOf(row, today) })),
    changeable: found.closedAt === null && roles.every((place) => reachedBy(ctx, granting, place.role, place)),
  }
}
export type GroupPerson = Awaited<ReturnType<typeof readGroup>>['people'][number]

function named(search: string): SQL {
  const literal = containing(search.normalize('NFC'))
  return sql`(fold(${userGroup.name}) like fold(${literal}) or fold(${unit.name}) like fold(${literal}))`
}
