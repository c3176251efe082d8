import type { TenantContext, TransactionContext } from '@sotay/kernel'

/** Who decided, and when. */
export const decision = (tx: TransactionContext) => ({
  decidedAt: tx.clock.now(),
  decidedBy: tx.actor.kind === 'member' ? tx.actor.memberId : null,
})

/** The one who grants a role, as the grant remembers them. */
export function decider({ actor }: TenantContext): string {
  if (actor.kind === 'member') return actor.memberId
  return actor.kind === 'operator' || actor.kind === 'visitor' ? `operator:${actor.operatorId}` : actor.kind
}
