import { type OperatorRole, operator } from '@sotay/tenancy/schema'
import { asc } from 'drizzle-orm'
import type { OperationsContext } from '../context'

export interface OperatorSummary {
  id: string
  email: string
  name: string
  role: OperatorRole
  createdAt: Date
  disabledAt: Date | null
}

/** The vendor's people, by address. */
export async function listOperators(ctx: OperationsContext): Promise<OperatorSummary[]> {
  const { id, email, name, role, createdAt, disabledAt } = operator
  return ctx.platform.select({ id, email, name, role, createdAt, disabledAt }).from(operator).orderBy(asc(email))
}
