import { backup } from '@sotay/tenancy/schema'
import { desc, eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import type { BackupRow } from './find-backup'

export type BackupSummary = Omit<BackupRow, 'tables' | 'checksum'> & { rows: number | null }

/** Archives, newest first: of one province, or of all. */
export async function listBackups(ctx: OperationsContext, slug?: string, limit = 100): Promise<BackupSummary[]> {
  const rows = await ctx.platform
    .select()
    .from(backup)
    .where(slug ? eq(backup.slug, slug) : undefined)
    .orderBy(desc(backup.askedAt))
    .limit(limit)
  return rows.map(({ tables, checksum: _, ...row }) => ({
    ...row,
    rows: tables ? tables.reduce((sum, table) => sum + table.rows, 0) : null,
  }))
}
