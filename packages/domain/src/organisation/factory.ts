import { addDays, newId, type TenantContext } from '@sotay/kernel'
import { and, eq, gt, gte, isNull, or, sql } from 'drizzle-orm'
import { createUnit, type Unit } from './create-unit'
import type { CreateUnit } from './inputs'
import { childPath } from './path'
import { type ChangeKind, organisationChange, unit, unitVersion } from './schema'

/** Adds a unit with whatever a test did not care to say. */
export const makeUnit = (ctx: TenantContext, given: Partial<CreateUnit> & Pick<CreateUnit, 'level'>): Promise<Unit> =>
  createUnit(ctx, {
    parentId: null,
    kind: 'committee',
    name: `Đơn vị ${given.level}`,
    validFrom: '2020-01-01',
    ...given,
  })

interface GivenChange {
  unitId: string
  kind: ChangeKind
  /** The first day of the new state; for an end, the first day without the unit. */
  on: string
  /** New name, new parent; neither ends the unit. */
  name?: string
  parentId?: string
  decisionId?: string
  changeId?: string
  /** Today's row stays as it is: the change lies ahead. */
  planned?: boolean
}

/**
 * Changes a unit from a day on in the plainest way, for tests that read the tree: its versions, those below it where it
 * moves, and today's rows. @returns the change's id, for others of the same decision
 */
export async function makeChange(ctx: TenantContext, given: GivenChange): Promise<string> {
  const changeId = given.changeId ?? newId()
  const { db, clock } = ctx
  if (!given.changeId) {
    const { kind, on: effectiveOn, decisionId } = given
    const status = given.planned ? 'planned' : 'effective'
    const row = { id: changeId, kind, effectiveOn, status, decisionId, plan: {}, madeBy: 'test', madeAt: clock.now() }
    await db.insert(organisationChange).values(row as typeof organisationChange.$inferInsert)
  }
  const [subject] = await db.select().from(unit).where(eq(unit.id, given.unitId))
  const { path } = subject!
  const parentId = given.parentId ?? subject!.parentId
  const [parent] = parentId ? await db.select().from(unit).where(eq(unit.id, parentId)) : []
  const moved = given.parentId ? childPath(parent!.path, given.unitId) : path
  const ends = given.name === undefined && given.parentId === undefined
  const below = given.parentId ? sql`${unitVersion.path} <@ ${path}::ltree` : eq(unitVersion.unitId, given.unitId)
  const open = or(isNull(unitVersion.validUntil), gte(unitVersion.validUntil, given.on))
  const standing = await db
    .select()
    .from(unitVersion)
    .where(and(below, open, sql`not ${gt(unitVersion.validFrom, given.on)}`))
  const last = addDays(given.on, -1)
  for (const { foldedName: _, ...version } of standing) {
    const own = version.unitId === given.unitId
    const next = moved + version.path.slice(path.length)
    await db.update(unitVersion).set({ validUntil: last, closedBy: changeId }).where(eq(unitVersion.id, version.id))
    if (!given.planned) {
      const named = own && given.name ? { name: given.name } : {}
      const state = ends ? { validUntil: last } : { path: next, ...(own ? { parentId, ...named } : {}) }
      await db.update(unit).set(state).where(eq(unit.id, version.unitId))
    }
    if (ends) continue
    const state = { ...version, id: newId(), path: next, validFrom: given.on, openedBy: changeId }
    await db.insert(unitVersion).values(own ? { ...state, name: given.name ?? version.name, parentId } : state)
  }
  return changeId
}
