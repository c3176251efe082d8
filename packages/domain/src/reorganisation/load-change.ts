import { covers, inScope, NotFound, type Scope, type TenantContext } from '@sotay/kernel'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { organisationChange, unit } from '../organisation'
import type { StoredPlan } from './perform-change'

export type StoredChange = typeof organisationChange.$inferSelect

// What a cancelled change would have made is gone: such a change is seen by those who see all.
/** SQL: the change names a unit within the scope. */
export const ofScope = (scope: Scope): SQL =>
  scope.paths.includes('')
    ? sql`true`
    : sql`exists (select 1 from jsonb_array_elements_text(organisation_change.plan -> 'unitIds') as named (id)
        join ${unit} place on place.id = named.id::uuid where ${inScope(sql`place.path`, scope)})`

/** @throws NotFound for one that names no unit of the scope */
export async function loadChange(
  { db }: Pick<TenantContext, 'db'>,
  scope: Scope,
  changeId: string,
): Promise<StoredChange> {
  const [change] = await db
    .select()
    .from(organisationChange)
    .where(and(eq(organisationChange.id, changeId), ofScope(scope)))
  if (!change) throw new NotFound()
  return change
}

/** @throws NotFound when it names units outside the scope too: who did not make it does not undo it */
export async function assertAllOfScope({ db }: Pick<TenantContext, 'db'>, scope: Scope, { plan }: StoredChange) {
  const { unitIds } = plan as StoredPlan
  const units = await db.select({ path: unit.path }).from(unit).where(inArray(unit.id, unitIds))
  if (units.some(({ path }) => !covers(scope, path))) throw new NotFound()
}
