import { type JobActor, newId, type OperatorActor } from '@sotay/kernel'
import { operationEntry } from '@sotay/tenancy/schema'
import type { OperationsContext } from './context'

/** Notes in the platform's own trail what the vendor did to which province. */
export async function recordOperation(
  ctx: OperationsContext,
  operation: string,
  tenantSlug: string | null,
  details: Record<string, unknown> = {},
): Promise<void> {
  const row = { id: newId(), at: ctx.clock.now(), actor: actorName(ctx.actor), operation, tenantSlug, details }
  await ctx.platform.insert(operationEntry).values(row)
}

/** How an actor is named in the trails. */
export const actorName = (actor: OperatorActor | JobActor): string =>
  actor.kind === 'operator' ? actor.operatorId : actor.job
