import { backup } from '@sotay/tenancy/schema'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'
import { readBackupPlan } from './backup-plan'
import { chooseKept } from './choose-kept'
import { storedKey } from './find-backup'

const ZONE = 'Asia/Ho_Chi_Minh'

/**
 * Destroys scheduled archives that the plan keeps no longer. What was asked for, or taken before a removal or a move,
 * stays until the month's count is past it.
 * @returns ids of what was destroyed
 */
export async function pruneBackups(ctx: OperationsContext, tenantId: string): Promise<string[]> {
  const plan = await readBackupPlan(ctx)
  const rows = await ctx.platform
    .select({ id: backup.id, slug: backup.slug, key: backup.key, finishedAt: backup.finishedAt })
    .from(backup)
    .where(and(eq(backup.tenantId, tenantId), inArray(backup.kind, ['scheduled', 'asked']), isNotNull(backup.key)))
  const whole = rows.flatMap((row) =>
    row.key && row.finishedAt ? [{ ...row, key: row.key, finishedAt: row.finishedAt }] : [],
  )
  const kept = chooseKept(whole, plan, ZONE)
  const gone = whole.filter(({ id }) => !kept.has(id))
  for (const { id, key } of gone) {
    await ctx.store.remove(storedKey(key))
    await ctx.platform.update(backup).set({ key: null, destroyedAt: ctx.clock.now() }).where(eq(backup.id, id))
  }
  const ids = gone.map(({ id }) => id)
  if (ids.length > 0) await recordOperation(ctx, 'backup.pruned', gone[0]!.slug, { backupIds: ids })
  return ids
}
