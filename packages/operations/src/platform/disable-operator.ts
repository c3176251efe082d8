import { Conflict, NotFound } from '@sotay/kernel'
import { operator, operatorSession } from '@sotay/tenancy/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'

/**
 * Shuts an operator out, on every device at once. Doing it again changes nothing.
 * @throws NotFound for an unknown address · Conflict for the last owner
 */
export async function disableOperator(ctx: OperationsContext, address: string): Promise<void> {
  const email = address.trim().toLowerCase()
  const disabled = await ctx.platform.transaction(async (tx) => {
    const owners = await tx
      .select({ id: operator.id })
      .from(operator)
      .where(and(eq(operator.role, 'owner'), isNull(operator.disabledAt)))
      .for('update')
    const [found] = await tx.select().from(operator).where(eq(operator.email, email))
    if (!found) throw new NotFound('operations.unknown-operator', { email })
    if (found.disabledAt) return undefined
    if (owners.length === 1 && owners[0]?.id === found.id) throw new Conflict('operations.last-owner', { email })
    await tx.update(operator).set({ disabledAt: ctx.clock.now() }).where(eq(operator.id, found.id))
    await tx.delete(operatorSession).where(eq(operatorSession.operatorId, found.id))
    return found.id
  })
  if (disabled) await recordOperation(ctx, 'operator.disabled', null, { operatorId: disabled })
}
