import { operationEntry, operator } from '@sotay/tenancy/schema'
import { desc, eq, sql } from 'drizzle-orm'
import type { OperationsContext } from '../context'

export interface OperationLine {
  id: string
  at: Date
  operation: string
  /** An operator's name, or what acted in the name of none. */
  actor: string
  reason: string | null
}

/** What was last done to a province, newest first. @param limit lines at most */
export async function listOperations(ctx: OperationsContext, slug: string, limit = 20): Promise<OperationLine[]> {
  return ctx.platform
    .select({
      id: operationEntry.id,
      at: operationEntry.at,
      operation: operationEntry.operation,
      actor: sql<string>`coalesce(${operator.name}, ${operationEntry.actor})`,
      reason: sql<string | null>`${operationEntry.details} ->> 'reason'`,
    })
    .from(operationEntry)
    .leftJoin(operator, sql`${operator.id}::text = ${operationEntry.actor}`)
    .where(eq(operationEntry.tenantSlug, slug))
    .orderBy(desc(operationEntry.id))
    .limit(limit)
}
