import type { PlatformDb } from '@sotay/db'
import { Conflict, NotFound } from '@sotay/kernel'
import { operator, operatorSession } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import { generateSecret } from 'otplib'
import type { OperationsContext } from '../context'
import { sealOperatorSecret } from '../platform/operator-secret'
import { recordOperation } from '../record-operation'
import { makeLink, type OperatorLink } from './make-link'

/**
 * Ends an operator's second factor and sessions at once, as after a lost phone. The link, with their password, sets up
 * the next one.
 * @throws NotFound for an unknown operator · Conflict for a disabled one
 */
export async function resetOperatorFactor(ctx: OperationsContext, operatorId: string): Promise<OperatorLink> {
  const link = await ctx.platform.transaction(async (tx) => {
    const [known] = await tx.select().from(operator).where(eq(operator.id, operatorId)).for('update')
    if (!known) throw new NotFound('operations.unknown-operator', { email: operatorId })
    if (known.disabledAt) throw new Conflict('operations.operator-disabled', { email: known.email })
    // Nobody knows this secret: until the link is used no code is right.
    const nobodys = sealOperatorSecret(ctx.settings, known.id, generateSecret())
    await tx.update(operator).set({ totpSecret: nobodys }).where(eq(operator.id, known.id))
    await tx.delete(operatorSession).where(eq(operatorSession.operatorId, known.id))
    const { email, name, role } = known
    return makeLink(ctx, tx as unknown as PlatformDb, 'second-factor', { operatorId: known.id, email, name, role })
  })
  await recordOperation(ctx, 'operator.second-factor-reset', null, { operatorId })
  return link
}
