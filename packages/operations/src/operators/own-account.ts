import { NotFound } from '@sotay/kernel'
import { operator, operatorSession } from '@sotay/tenancy/schema'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'

export type OperatorRow = typeof operator.$inferSelect

/** The row of the operator who acts. @throws NotFound when it is not one of the console */
export async function loadOwnRow(ctx: OperationsContext): Promise<OperatorRow> {
  if (ctx.actor.kind !== 'operator') throw new NotFound()
  const [known] = await ctx.platform
    .select()
    .from(operator)
    .where(and(eq(operator.id, ctx.actor.operatorId), isNull(operator.disabledAt)))
  if (!known) throw new NotFound()
  return known
}

export interface OwnOperatorSession {
  id: string
  device: string
  createdAt: Date
  expiresAt: Date
}

/** Where the operator who acts is signed in, newest first. `id` is a hash and opens nothing. */
export async function readOwnOperator(ctx: OperationsContext) {
  const { id, email, name, role, createdAt } = await loadOwnRow(ctx)
  const { operatorId, expiresAt, ...shown } = operatorSession
  const sessions: OwnOperatorSession[] = await ctx.platform
    .select({ id: shown.id, device: shown.device, createdAt: shown.createdAt, expiresAt })
    .from(operatorSession)
    .where(and(eq(operatorId, id), gt(expiresAt, ctx.clock.now())))
    .orderBy(desc(shown.createdAt))
  return { id, email, name, role, createdAt, sessions }
}
