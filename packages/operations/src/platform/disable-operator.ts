import type { PlatformDb } from '@sotay/db'
import { NotFound } from '@sotay/kernel'
import { operator, operatorLink, operatorSession } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'
import { assertOtherOwner } from './last-owner'

/**
 * Shuts an operator out, on every device at once. Doing it again changes nothing.
 * @throws NotFound for an unknown address · Conflict for the last owner
 */
export async function disableOperator(ctx: OperationsContext, address: string): Promise<void> {
  const email = address.trim().toLowerCase()
  const disabled = await ctx.platform.transaction(async (tx) => {
    const [found] = await tx.select().from(operator).where(eq(operator.email, email))
    if (!found) throw new NotFound('operations.unknown-operator', { email })
    if (found.disabledAt) return undefined
    await assertOtherOwner(tx as unknown as PlatformDb, found)
    await tx.update(operator).set({ disabledAt: ctx.clock.now() }).where(eq(operator.id, found.id))
    await tx.delete(operatorLink).where(eq(operatorLink.operatorId, found.id))
    await tx.delete(operatorSession).where(eq(operatorSession.operatorId, found.id))
    return found.id
  })
  if (disabled) await recordOperation(ctx, 'operator.disabled', null, { operatorId: disabled })
}
