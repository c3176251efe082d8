import type { TenantContext } from '@sotay/kernel'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { fileRequest } from './schema'
import { openChanges, type RequestedChanges } from './sealed-values'

export type RequestRow = typeof fileRequest.$inferSelect
export interface OpenRequest extends Omit<RequestRow, 'sealed'> {
  changes: RequestedChanges
}

const OPEN = ['draft', 'awaiting', 'returned'] as const

/** The member's request that is not decided yet: being written, with the cell, or sent back. */
export async function loadOpenRequest(
  ctx: Pick<TenantContext, 'db' | 'secretKey'>,
  memberId: string,
): Promise<OpenRequest | undefined> {
  const [row] = await ctx.db
    .select()
    .from(fileRequest)
    .where(and(eq(fileRequest.memberId, memberId), inArray(fileRequest.status, OPEN)))
  return row && withChanges(ctx, row)
}

/** The member's requests, newest first. */
export async function loadRequests(ctx: Pick<TenantContext, 'db' | 'secretKey'>, memberId: string) {
  const rows = await ctx.db
    .select()
    .from(fileRequest)
    .where(eq(fileRequest.memberId, memberId))
    .orderBy(desc(fileRequest.requestedAt))
  return rows.map((row) => withChanges(ctx, row))
}

export function withChanges(ctx: Pick<TenantContext, 'secretKey'>, { sealed, ...row }: RequestRow): OpenRequest {
  return { ...row, changes: openChanges(ctx, row.id, sealed) }
}
