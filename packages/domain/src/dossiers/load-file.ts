import type { TenantContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import type { FileValues } from './field-type'
import { dossier } from './schema'
import { openValues } from './sealed-values'

export interface LoadedFile {
  memberId: string
  values: FileValues
  /** Zero while nothing has been written. */
  revision: number
  verifiedAt: Date | null
  verifiedBy: string | null
  updatedAt: Date | null
}

/** A member's file, open; whoever writes holds the member's row first. */
export async function loadFile(ctx: Pick<TenantContext, 'db' | 'secretKey'>, memberId: string): Promise<LoadedFile> {
  const [row] = await ctx.db.select().from(dossier).where(eq(dossier.memberId, memberId))
  if (!row) return { memberId, values: {}, revision: 0, verifiedAt: null, verifiedBy: null, updatedAt: null }
  const { revision, verifiedAt, verifiedBy, updatedAt } = row
  return { memberId, values: openValues(ctx, memberId, row), revision, verifiedAt, verifiedBy, updatedAt }
}
