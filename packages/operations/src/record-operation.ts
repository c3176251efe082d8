import { newId } from '@sotay/kernel'
import { operationEntry } from '@sotay/tenancy/schema'
import type { OperationsContext } from './context'

/** Notes in the platform's own trail what the vendor did to which province. */
export async function recordOperation(
  ctx: OperationsContext,
  operation: string,
  tenantSlug: string | null,
  details: Record<string, unknown> = {},
): Promise<void> {
  const actor = ctx.actor.kind === 'operator' ? ctx.actor.operatorId : ctx.actor.job
  await ctx.platform
    .insert(operationEntry)
    .values({ id: newId(), at: ctx.clock.now(), actor, operation, tenantSlug, details })
}
