import { audit, authorize, covers, NotFound, newId, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { unit } from '../organisation'
import { type Create__Noun__, create__Noun__Input } from './inputs'
import { __table__ } from './schema'

export type __Noun__ = typeof __table__.$inferSelect

/**
 * Creates a __noun__ at a unit.
 * @throws NotFound when the unit is outside the actor's scope
 */
export async function create__Noun__(ctx: TenantContext, input: Create__Noun__): Promise<__Noun__> {
  const scope = authorize(ctx, '__key__.write')
  const { unitId, title } = create__Noun__Input.parse(input)
  return transaction(ctx, async (tx) => {
    const [home] = await tx.db.select({ path: unit.path }).from(unit).where(eq(unit.id, unitId))
    if (!home || !covers(scope, home.path)) throw new NotFound()
    const row = { id: newId(), unitId, title, createdAt: tx.clock.now() }
    const [created] = await tx.db.insert(__table__).values(row).returning()
    audit(tx, '__key__.created', created!)
    return created!
  })
}
