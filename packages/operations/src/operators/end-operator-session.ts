import { operatorSession } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'
import { asOperator } from './as-operator'
import { sessionHash } from './session-hash'

/** Ends the session of a token; one that is over already is nothing. */
export async function endOperatorSession(ctx: OperationsContext, token: string): Promise<void> {
  const [ended] = await ctx.platform
    .delete(operatorSession)
    .where(eq(operatorSession.id, sessionHash(token)))
    .returning({ operatorId: operatorSession.operatorId })
  if (ended) await recordOperation(asOperator(ctx, ended.operatorId), 'operator.signed-out', null)
}
