import { authorize, covers, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { and, asc, count, eq, ne, sql } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { inRoster, member } from '../members'
import { asOf, type Unit, unit } from '../organisation'
import { type SubjectReference, subjectInput } from './inputs'

export interface NamedUnit {
  id: string
  name: string
}

/** A unit of today with what a change of it may be about. */
export interface ChangeSubject {
  unit: Pick<Unit, 'id' | 'name' | 'kind' | 'level' | 'parentId'>
  parent: NamedUnit | null
  /** Units of its kind and level under the same one. */
  siblings: NamedUnit[]
  children: NamedUnit[]
  /** Of a cell. */
  members: { id: string; name: string; cardNumber: string }[]
  roles: { role: RoleKey; held: number }[]
}

const MOST = 300

/** @throws NotFound when the unit is outside the actor's scope or does not stand today */
export async function readSubject(ctx: TenantContext, input: SubjectReference): Promise<ChangeSubject> {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { unitId } = subjectInput.parse(input)
  const { db } = ctx
  const today = todayOf(ctx)
  const [found] = await db
    .select()
    .from(unit)
    .where(and(eq(unit.id, unitId), asOf(unit, today)))
  if (!found || !covers(scope, found.path)) throw new NotFound()
  const { id, name, kind, level, parentId } = found
  const named = (where: ReturnType<typeof and>) =>
    db
      .select({ id: unit.id, name: unit.name })
      .from(unit)
      .where(and(where, asOf(unit, today)))
      .orderBy(asc(byName), asc(unit.id))
      .limit(MOST)
  const alike = and(eq(unit.kind, kind), eq(unit.level, level), ne(unit.id, id))
  const [parents, siblings, children, members, roles] = await Promise.all([
    parentId ? named(eq(unit.id, parentId)) : [],
    parentId ? named(and(eq(unit.parentId, parentId), alike)) : [],
    named(eq(unit.parentId, id)),
    kind === 'cell'
      ? db
          .select({ id: member.id, name: member.fullName, cardNumber: member.cardNumber })
          .from(member)
          .where(and(eq(member.unitId, id), inRoster))
          .orderBy(sql`sort_name collate "vi-x-icu"`, asc(member.id))
          .limit(MOST)
      : [],
    db
      .select({ role: roleGrant.role, held: count() })
      .from(roleGrant)
      .where(and(eq(roleGrant.unitId, id), asOf(roleGrant, today)))
      .groupBy(roleGrant.role)
      .orderBy(asc(roleGrant.role)),
  ])
  return { unit: { id, name, kind, level, parentId }, parent: parents[0] ?? null, siblings, children, members, roles }
}

const byName = sql`${unit.name} collate "vi-x-icu"`
