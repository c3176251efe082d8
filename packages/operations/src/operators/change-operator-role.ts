import type { PlatformDb } from '@sotay/db'
import { Conflict, NotFound } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { assertOtherOwner } from '../platform/last-owner'
import { recordOperation } from '../record-operation'
import { type ChangeOperatorRole, operatorRoleInput } from './inputs'

/**
 * Gives an operator another role, from their next request on.
 * @throws NotFound for an unknown operator · Conflict for a disabled one, and for the last owner
 */
export async function changeOperatorRole(ctx: OperationsContext, input: ChangeOperatorRole): Promise<void> {
  const { operatorId, role } = operatorRoleInput.parse(input)
  const before = await ctx.platform.transaction(async (tx) => {
    const [known] = await tx.select().from(operator).where(eq(operator.id, operatorId))
    if (!known) throw new NotFound('operations.unknown-operator', { email: operatorId })
    if (known.disabledAt) throw new Conflict('operations.operator-disabled', { email: known.email })
    if (role !== 'owner') await assertOtherOwner(tx as unknown as PlatformDb, known)
    await tx.update(operator).set({ role }).where(eq(operator.id, operatorId))
    return known.role
  })
  if (before !== role) await recordOperation(ctx, 'operator.role-changed', null, { operatorId, from: before, to: role })
}
