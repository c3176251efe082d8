import { audit, authorize, Conflict, covers, NotFound, newId, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { type CreateUnit, createUnitInput } from './inputs'
import { childPath } from './path'
import { unit, unitVersion } from './schema'
import { firstVersion } from './versions'

export type Unit = typeof unit.$inferSelect

/**
 * Adds a unit to the tree from a date on; its level must exist in the configuration, below its parent's.
 * @throws NotFound when the parent is outside the actor's scope · Conflict when the level may not hang there
 * Source: QN 10.2.1
 */
export async function createUnit(ctx: TenantContext, input: CreateUnit): Promise<Unit> {
  const scope = authorize(ctx, 'organisation.manage')
  const { parentId, ...fields } = createUnitInput.parse(input)
  return transaction(ctx, async (tx) => {
    const [parent] = parentId ? await tx.db.select().from(unit).where(eq(unit.id, parentId)) : []
    if (parentId && !parent) throw new NotFound()
    if (!covers(scope, parent?.path ?? '')) throw new NotFound()
    assertLevel(tx, fields, parent)
    const id = newId()
    const [created] = await tx.db
      .insert(unit)
      .values({ id, parentId, path: childPath(parent?.path, id), ...fields })
      .returning()
    await tx.db.insert(unitVersion).values(firstVersion(created!))
    audit(tx, 'organisation.unit-created', created!, { level: fields.level })
    return created!
  })
}

function assertLevel(ctx: TenantContext, { kind, level }: Pick<Unit, 'kind' | 'level'>, parent: Unit | undefined) {
  if (kind === 'agency') return
  const levels = ctx.config.organisation.levels.map((entry) => entry.key)
  const own = levels.indexOf(level)
  if (own < 0) throw new Conflict('organisation.unknown-level', { level })
  if (parent && levels.indexOf(parent.level) >= own) throw new Conflict('organisation.level-order', { level })
}
