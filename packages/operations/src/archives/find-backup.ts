import { type FileKey, fileKey } from '@sotay/files'
import { isId, NotFound } from '@sotay/kernel'
import { backup } from '@sotay/tenancy/schema'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'

export type BackupRow = typeof backup.$inferSelect

/** An archive that is there and whole: by its id, or the newest of a slug. @throws NotFound */
export async function findBackup(ctx: OperationsContext, named: string): Promise<BackupRow & { key: string }> {
  const which = isId(named) ? eq(backup.id, named) : eq(backup.slug, named)
  const whole = and(which, isNotNull(backup.key), isNotNull(backup.verifiedAt))
  const [row] = await ctx.platform.select().from(backup).where(whole).orderBy(desc(backup.finishedAt)).limit(1)
  if (!row?.key) throw new NotFound('operations.no-backup', { named })
  return { ...row, key: row.key }
}

/** The archive's name as the store takes it. */
export const storedKey = (key: string): FileKey => {
  const [area, ...rest] = key.split('/')
  return fileKey(area!, ...(rest as [string, ...string[]]))
}
