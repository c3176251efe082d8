import { Conflict } from '@sotay/kernel'
import { dropSchema, type TenantRecord } from '@sotay/tenancy'
import { backup } from '@sotay/tenancy/schema'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { readBackupPlan } from '../archives/backup-plan'
import { backupTenant } from '../archives/backup-tenant'
import { storedKey } from '../archives/find-backup'
import { removeFiles } from '../archives/remove-files'
import { compareTables, readTables } from '../archives/tables'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { dropAside } from '../moves/accept-tenant'
import { recordOperation } from '../record-operation'
import { withLock } from '../with-lock'
import { forgetTenant } from './forget-tenant'

export interface RemovedTenant {
  slug: string
  files: number
  /** Rows of the platform's own tables that named it, by table. */
  platformRows: Record<string, number>
  backups: 'keep' | 'destroy'
}

/**
 * Removes for good a province whose grace is over: rows, files, login, work in the queue, what the platform kept of it.
 * Killed half way, the next run goes on. What stays is the trail of the vendor's acts and, as the plan says, its archives.
 * @param early does not wait for the days of grace
 * @throws NotFound · Conflict when it is not being removed, or its grace is not over
 */
export async function finishRemoval(
  ctx: OperationsContext,
  slug: string,
  { early = false }: { early?: boolean } = {},
): Promise<RemovedTenant> {
  return withLock(ctx, `tenant:${slug}`, async () => {
    const record = await findTenant(ctx, slug)
    if (record.status !== 'removing' || !record.removeAt) throw new Conflict('operations.not-removing', { slug })
    if (!early && record.removeAt > ctx.clock.now())
      throw new Conflict('operations.in-grace', { slug, until: record.removeAt.toISOString().slice(0, 10) })
    await assertArchived(ctx, record)
    const { afterRemoval } = await readBackupPlan(ctx)
    await dropAside(ctx, record.id, record.schema)
    await dropSchema(ctx.owner(record.server), record.server.database, record.schema)
    const files = await removeFiles(ctx, record.id)
    if (afterRemoval === 'destroy') await destroyArchives(ctx, record.id)
    const platformRows = await forgetTenant(ctx, record.id)
    await recordOperation(ctx, 'tenant.removed', slug, {
      tenantId: record.id,
      files,
      platformRows,
      backups: afterRemoval,
    })
    await ctx.directory.refresh()
    return { slug, files, platformRows, backups: afterRemoval }
  })
}

/** What is there must be what the archive holds; if something came later, it is archived too. */
async function assertArchived(ctx: OperationsContext, record: TenantRecord): Promise<void> {
  const owner = ctx.owner(record.server)
  const [schema] = await owner.sql.unsafe(`select 1 from pg_namespace where nspname = $1`, [record.schema])
  if (!schema) return
  const before = and(eq(backup.tenantId, record.id), eq(backup.kind, 'before-remove'), isNotNull(backup.verifiedAt))
  const [row] = await ctx.platform.select().from(backup).where(before).orderBy(desc(backup.finishedAt)).limit(1)
  const tables = await owner.sql.begin('isolation level repeatable read read only', (tx) =>
    readTables(tx, record.schema),
  )
  if (row?.tables && compareTables(row.tables, tables).length === 0) return
  await backupTenant(ctx, record.slug, { kind: 'before-remove' })
}

async function destroyArchives(ctx: OperationsContext, tenantId: string): Promise<void> {
  const rows = await ctx.platform
    .select({ id: backup.id, key: backup.key })
    .from(backup)
    .where(and(eq(backup.tenantId, tenantId), isNotNull(backup.key)))
  for (const { id, key } of rows) {
    await ctx.store.remove(storedKey(key!))
    await ctx.platform.update(backup).set({ key: null, destroyedAt: ctx.clock.now() }).where(eq(backup.id, id))
  }
}
