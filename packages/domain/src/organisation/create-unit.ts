import {
  audit,
  authorize,
  Conflict,
  covers,
  NotFound,
  newId,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { asc, eq, sql } from 'drizzle-orm'
import { type CreateUnit, createUnitInput } from './inputs'
import { assertHangs } from './levels'
import { holdTree } from './lock-tree'
import { childPath } from './path'
import { unit, unitVersion } from './schema'
import { firstVersion } from './versions'

export type Unit = typeof unit.$inferSelect

/**
 * Adds a unit to the tree from a date on, without a decision: what stands at the start, and what operations set up.
 * @throws NotFound when the parent is outside the actor's scope · Conflict when the level may not hang there, or the parent ends before it
 * Source: QN 10.2.1
 */
export async function createUnit(ctx: TenantContext, input: CreateUnit): Promise<Unit> {
  const scope = authorize(ctx, 'organisation.manage')
  const { parentId, ...fields } = createUnitInput.parse(input)
  return transaction(ctx, async (tx) => {
    await holdTree(tx)
    const [parent] = parentId ? await tx.db.select().from(unit).where(eq(unit.id, parentId)) : []
    if (parentId && !parent) throw new NotFound()
    if (!covers(scope, parent?.path ?? '')) throw new NotFound()
    assertHangs(tx, fields, parent)
    assertOutlives(parent, fields)
    const id = newId()
    const [created] = await tx.db
      .insert(unit)
      .values({ id, parentId, path: childPath(parent?.path, id), ...fields })
      .returning()
    await tx.db.insert(unitVersion).values(await statesOf(tx, created!))
    audit(tx, 'organisation.unit-created', created!, { level: fields.level })
    return created!
  })
}

function assertOutlives(parent: Unit | undefined, { validUntil }: { validUntil: string | null }): void {
  if (parent?.validUntil && (validUntil === null || validUntil > parent.validUntil)) {
    throw new Conflict('organisation.parent-ended', { name: parent.name })
  }
}

/** The unit's states: one for each place at which its parent hangs over its days, past and planned. */
async function statesOf({ db }: TransactionContext, created: Unit) {
  const { id, parentId, validFrom, validUntil } = created
  const above = parentId
    ? await db.select().from(unitVersion).where(eq(unitVersion.unitId, parentId)).orderBy(asc(unitVersion.validFrom))
    : []
  const places = above
    .filter(
      (state) => (!state.validUntil || state.validUntil >= validFrom) && (!validUntil || state.validFrom <= validUntil),
    )
    .map((state) => ({ path: childPath(state.path, id), from: state.validFrom }))
    .filter(({ path }, index, all) => path !== all[index - 1]?.path)
  if (places.length < 2) return [firstVersion(created)]
  return places.map(({ path, from }, index) => {
    const next = places[index + 1]
    return {
      ...firstVersion({ ...created, path }),
      validFrom: index === 0 ? validFrom : from,
      validUntil: next ? sql<string>`${next.from}::date - 1` : validUntil,
    }
  })
}
