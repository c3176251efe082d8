import type { ModuleManifest, Reaction } from './module'
import { enqueue } from './outbox'
import type { TransactionContext } from './transaction'

/** Which reactions follow an audited act, of the modules that are on. */
export function reactionsOf(manifests: readonly ModuleManifest[]): ReadonlyMap<string, readonly Reaction[]> {
  const byAction = new Map<string, Reaction[]>()
  for (const reaction of manifests.flatMap((manifest) => manifest.reactions ?? [])) {
    for (const action of reaction.to) byAction.set(action, [...(byAction.get(action) ?? []), reaction])
  }
  return byAction
}

/** Does what the acts of this transaction bring with them, before it ends; called by `transaction` alone. */
export async function drawConsequences(tx: TransactionContext): Promise<void> {
  const acts = [...tx.pending.audit]
  for (const { of, follow } of tx.config.consequences) {
    const own = acts.filter(({ action }) => of.includes(action))
    if (own.length > 0) await follow(tx, own)
  }
}

/** Leaves for the worker what follows the acts of this transaction; called by `transaction` alone. */
export function followActs(tx: TransactionContext): void {
  const following = new Set(tx.pending.audit.flatMap(({ action }) => tx.config.reactions.get(action) ?? []))
  for (const { job, afterSeconds } of following) {
    const due = new Date(tx.clock.now().getTime() + afterSeconds * 1000)
    enqueue(tx, job, {}, { due, once: job.name })
  }
}
