import { operatorSession } from '@sotay/tenancy/schema'
import { and, eq, ne } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'
import { loadOwnRow } from './own-account'

/** Ends one of the operator's own sessions, or all but the one of `keep`. Ending what is over is nothing. */
export async function endOwnSessions(
  ctx: OperationsContext,
  which: { id: string } | { keep: string },
): Promise<{ ended: number }> {
  const { id: operatorId } = await loadOwnRow(ctx)
  const chosen = 'id' in which ? eq(operatorSession.id, which.id) : ne(operatorSession.id, which.keep)
  const ended = await ctx.platform
    .delete(operatorSession)
    .where(and(eq(operatorSession.operatorId, operatorId), chosen))
    .returning({ id: operatorSession.id })
  if (ended.length > 0) await recordOperation(ctx, 'operator.sessions-ended', null, { count: ended.length })
  return { ended: ended.length }
}
