import { audit, type TransactionContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { organisationChange, settleUnits } from '../organisation'
import { applyEffects, type EffectCounts } from './apply-effects'
import type { StoredPlan } from './perform-change'

/** Lets a change take effect whose day has come; one that did already stays as it is. The tree is locked. */
export async function settleChange(tx: TransactionContext, changeId: string): Promise<EffectCounts | undefined> {
  const [change] = await tx.db
    .select()
    .from(organisationChange)
    .where(eq(organisationChange.id, changeId))
    .for('update')
  if (change?.status !== 'planned') return undefined
  const plan = change.plan as StoredPlan
  const done = await applyEffects(tx, { changeId, on: change.effectiveOn }, plan.effects)
  await settleUnits(tx)
  await tx.db
    .update(organisationChange)
    .set({ status: 'effective', settledAt: tx.clock.now(), plan: { ...plan, counts: { ...plan.counts, ...done } } })
    .where(eq(organisationChange.id, changeId))
  audit(tx, 'reorganisation.settled', { id: changeId }, { kind: change.kind, ...done })
  return done
}
