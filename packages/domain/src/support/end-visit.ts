import { audit, authorize, NotFound, type TenantContext, type TransactionContext, transaction } from '@sotay/kernel'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { actorText } from './actor-text'
import { type VisitReference, visitInput } from './inputs'
import { supportVisit } from './schema'

/**
 * Ends a visit at once: the visitor's next request is a stranger's. Ending what is over is nothing.
 * @throws NotFound for an unknown visit
 */
export async function endVisit(ctx: TenantContext, input: VisitReference): Promise<void> {
  authorize(ctx, 'support.manage')
  const { visitId } = visitInput.parse(input)
  await transaction(ctx, async (tx) => {
    const [known] = await tx.db.select({ id: supportVisit.id }).from(supportVisit).where(eq(supportVisit.id, visitId))
    if (!known) throw new NotFound()
    await markEnded(tx, visitId, actorText(tx.actor))
  })
}

/** Ends the visit of a session, by its visitor. */
export async function leaveVisit(ctx: TenantContext, sessionHash: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [known] = await tx.db
      .select({ id: supportVisit.id, operatorId: supportVisit.operatorId })
      .from(supportVisit)
      .where(eq(supportVisit.sessionHash, sessionHash))
    if (known) await markEnded(tx, known.id, `operator:${known.operatorId}`)
  })
}

async function markEnded(tx: TransactionContext, id: string, endedBy: string): Promise<void> {
  const open = and(eq(supportVisit.id, id), isNull(supportVisit.endedAt), gt(supportVisit.endsAt, tx.clock.now()))
  const change = { endedAt: tx.clock.now(), endedBy, handoverHash: null }
  const [ended] = await tx.db.update(supportVisit).set(change).where(open).returning({ id: supportVisit.id })
  if (ended) audit(tx, 'support.visit-ended', ended, { by: endedBy })
}
