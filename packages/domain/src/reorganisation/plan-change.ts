import { authorize, type TenantContext, transaction } from '@sotay/kernel'
import { lockTree } from '../organisation'
import { type PlanChange, planChangeInput } from './inputs'
import { type ChangePlan, rehearse } from './rehearse'

/**
 * Says what a change would do: units, members, roles and seats counted, names that would double. Nothing is written.
 * @throws what `makeChange` would
 */
export async function planChange(ctx: TenantContext, input: PlanChange): Promise<ChangePlan> {
  const scope = authorize(ctx, 'reorganisation.manage')
  const change = planChangeInput.parse(input)
  return transaction(ctx, async (tx) => {
    await lockTree(tx)
    return rehearse({ tx, scope, on: change.effectiveOn }, change)
  })
}
