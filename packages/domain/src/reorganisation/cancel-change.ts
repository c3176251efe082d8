import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { lockTree, organisationChange } from '../organisation'
import { assertNothingBuiltOn } from './built-on'
import { type ChangeReference, changeInput } from './inputs'
import { assertAllOfScope, loadChange } from './load-change'
import type { StoredPlan } from './perform-change'
import { putBack } from './put-back'

/**
 * Takes a planned change back: the tree to come is as it would have been without it.
 * @throws NotFound outside the actor's scope · Conflict when it took effect or was cancelled, or another change builds on it
 */
export async function cancelChange(ctx: TenantContext, input: ChangeReference): Promise<void> {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { changeId } = changeInput.parse(input)
  await transaction(ctx, async (tx) => {
    await lockTree(tx)
    const change = await loadChange(tx, scope, changeId)
    await assertAllOfScope(tx, scope, change)
    if (change.status !== 'planned') throw new Conflict('reorganisation.not-planned')
    const plan = change.plan as StoredPlan
    await assertNothingBuiltOn(tx, changeId, plan)
    await putBack(tx, changeId, plan)
    await tx.db.update(organisationChange).set({ status: 'cancelled' }).where(eq(organisationChange.id, changeId))
    audit(tx, 'reorganisation.cancelled', { id: changeId }, { kind: change.kind })
  })
}
