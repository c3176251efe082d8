import type { PlatformDb } from '@sotay/db'
import { Conflict, Invalid, newId } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'
import { fieldsOf } from './fields-of'
import { type InviteOperator, inviteOperatorInput } from './inputs'
import { makeLink, type OperatorLink } from './make-link'

/**
 * Invites a person of the vendor's: the link lets them choose a password and set up their second factor, once.
 * @throws Invalid by field · Conflict when the address has an account
 */
export async function inviteOperator(ctx: OperationsContext, input: InviteOperator): Promise<OperatorLink> {
  const parsed = inviteOperatorInput.safeParse(input)
  if (!parsed.success) throw new Invalid(fieldsOf(parsed.error))
  const operatorId = newId()
  const link = await ctx.platform.transaction(async (tx) => {
    const [known] = await tx.select({ id: operator.id }).from(operator).where(eq(operator.email, parsed.data.email))
    if (known) throw new Conflict('operations.operator-exists', { email: parsed.data.email })
    return makeLink(ctx, tx as unknown as PlatformDb, 'invitation', { operatorId, ...parsed.data })
  })
  await recordOperation(ctx, 'operator.invited', null, { operatorId, role: parsed.data.role })
  return link
}
