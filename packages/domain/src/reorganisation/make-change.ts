import { audit, authorize, Conflict, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { lockTree, recordDecision, settleUnits } from '../organisation'
import { type MakeChange, makeChangeInput } from './inputs'
import { performChange } from './perform-change'
import { rehearse } from './rehearse'
import { settleChange } from './settle-change'

export interface MadeChange {
  id: string
  status: 'planned' | 'effective'
}

/**
 * Changes the tree from a day on, by a decision: past, today or to come. What the tree will be is written at once, so that
 * any day is answered; members and roles move on the day, by the nightly job when it lies ahead.
 * @throws NotFound outside the actor's scope · Conflict where the tree does not allow it, where a later change stands, or
 * when the plan is no longer the one that was seen · Invalid for a name or cell that is missing
 * Source: QN 10.2.1, R7
 */
export async function makeChange(ctx: TenantContext, input: MakeChange): Promise<MadeChange> {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { change, decision, seen } = makeChangeInput.parse(input)
  return transaction(ctx, async (tx) => {
    await lockTree(tx)
    const desk = { tx, scope, on: change.effectiveOn }
    const { counts, mark } = await rehearse(desk, change)
    if (seen !== undefined && seen !== mark) throw new Conflict('reorganisation.plan-changed')
    const { id: decisionId } = await recordDecision(tx, decision)
    const { changeId: id } = await performChange(desk, change, { decisionId, counts: { ...counts } })
    audit(tx, 'reorganisation.made', { id }, { kind: change.kind, effectiveOn: change.effectiveOn })
    const due = change.effectiveOn <= todayOf(tx)
    // A planned change leaves today's tree as it is, and says of units when they begin and end.
    await (due ? settleChange(tx, id) : settleUnits(tx))
    return { id, status: due ? 'effective' : 'planned' }
  })
}
