import { newId, type TenantContext, type TransactionContext } from '@sotay/kernel'
import { memberChange } from './schema'

export interface FieldChange {
  field: string
  before: string | null
  after: string | null
}

/** Who acts, as the history of a member remembers them: a member's id, or the kind of the actor. */
export function changedBy({ actor }: Pick<TenantContext, 'actor'>): string {
  if (actor.kind === 'member') return actor.memberId
  if (actor.kind === 'operator' || actor.kind === 'visitor') return `operator:${actor.operatorId}`
  return actor.kind === 'job' ? `job:${actor.job}` : actor.kind
}

/**
 * Writes a member's history, field by field; what did not change is left out. Values of sensitive fields come sealed.
 * @param requestId the request for change they were approved under, when there was one
 */
export async function recordMemberChanges(
  tx: TransactionContext,
  memberId: string,
  changes: readonly FieldChange[],
  requestId?: string,
): Promise<void> {
  const common = { memberId, at: tx.clock.now(), by: changedBy(tx), requestId }
  const rows = changes
    .filter(({ before, after }) => before !== after)
    .map((change) => ({ id: newId(), ...common, ...change }))
  if (rows.length > 0) await tx.db.insert(memberChange).values(rows)
}
