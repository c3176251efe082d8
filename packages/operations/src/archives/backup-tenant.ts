import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type FileKey, fileKey } from '@sotay/files'
import { Conflict, newId } from '@sotay/kernel'
import type { TenantRecord } from '@sotay/tenancy'
import { type BackupKind, backup } from '@sotay/tenancy/schema'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { actorName, recordOperation } from '../record-operation'
import { withLock } from '../with-lock'
import { newArchiveKey } from './archive-key'
import { seal } from './envelope'
import { explain } from './explain'
import { readArchive } from './read-archive'
import type { TableState } from './tables'
import { archiveBytes, type Written } from './write-archive'

export interface TakenBackup {
  id: string
  slug: string
  kind: BackupKind
  key: string
  bytes: number
  parts: number
  tables: TableState[]
  rows: number
  seconds: number
  verifiedAt: Date
}

/** Where archives stand in the store: under no province's id, so that no province reaches them. */
export const archiveKey = (tenantId: string, id: string): FileKey => fileKey('archives', tenantId, `${id}.sotay`)

/**
 * Takes one province's archive while it and others work, stores it sealed, and reads it back whole before it counts.
 * @param asked the row of an archive that was asked for, when there is one
 * @throws NotFound · Conflict while another is being taken, or where pg_dump is missing or too old
 * Source: R36
 */
export async function backupTenant(
  ctx: OperationsContext,
  slug: string,
  { kind = 'asked', asked }: { kind?: BackupKind; asked?: string } = {},
): Promise<TakenBackup> {
  const record = await findTenant(ctx, slug)
  if (record.status === 'provisioning') throw new Conflict('operations.half-made', { slug })
  return withLock(ctx, `backup:${slug}`, async () => {
    const id = asked ?? newId()
    const startedAt = ctx.clock.now()
    const { id: tenantId } = record
    await closeInterrupted(ctx, tenantId)
    const row = { id, tenantId, slug, kind, askedAt: startedAt, askedBy: actorName(ctx.actor), startedAt }
    await ctx.platform.insert(backup).values(row).onConflictDoUpdate({ target: backup.id, set: { startedAt } })
    try {
      const taken = await take(ctx, record, { id, kind })
      const { key, bytes, parts, tables, checksum, migration, verifiedAt } = taken
      const done = { key, bytes, parts, tables, checksum, migration, verifiedAt, finishedAt: ctx.clock.now() }
      await ctx.platform.update(backup).set(done).where(eq(backup.id, id))
      await recordOperation(ctx, 'backup.taken', slug, { backupId: id, kind, bytes, parts, checksum })
      return taken
    } catch (error) {
      await ctx.store.remove(archiveKey(tenantId, id)).catch(() => undefined)
      await ctx.platform
        .update(backup)
        .set({ error: explain(error), finishedAt: ctx.clock.now() })
        .where(eq(backup.id, id))
      throw error
    }
  })
}

/** Whoever takes an archive holds the lock, so one that stands begun and not ended was killed. */
async function closeInterrupted(ctx: OperationsContext, tenantId: string): Promise<void> {
  const begun = and(eq(backup.tenantId, tenantId), isNotNull(backup.startedAt), isNull(backup.finishedAt))
  const set = { error: 'Bị ngắt giữa chừng.', finishedAt: ctx.clock.now() }
  const closed = await ctx.platform.update(backup).set(set).where(begun).returning({ id: backup.id })
  for (const { id } of closed) await ctx.store.remove(archiveKey(tenantId, id))
}

type Taken = TakenBackup & { checksum: string; migration: string }

async function take(
  ctx: OperationsContext,
  record: TenantRecord,
  { id, kind }: { id: string; kind: BackupKind },
): Promise<Taken> {
  const start = performance.now()
  const file = archiveKey(record.id, id)
  const written: Written = {}
  const { key, boxes } = newArchiveKey(ctx.settings, id)
  const hash = createHash('sha256')
  async function* stored() {
    for await (const chunk of seal(archiveBytes(ctx, record, id, written), key, { archive: id, boxes })) {
      hash.update(chunk)
      yield chunk
    }
  }
  await ctx.store.put(file, Readable.from(stored(), { objectMode: false }), { contentType: 'application/octet-stream' })
  const checksum = hash.digest('hex')
  const back = await readArchive(ctx, file)
  if (back.checksum !== checksum) throw new Conflict('operations.archive-damaged')
  const { tables } = back.manifest
  return {
    id,
    slug: record.slug,
    kind,
    key: file,
    bytes: back.bytes,
    parts: back.manifest.parts.length,
    tables,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    seconds: (performance.now() - start) / 1000,
    verifiedAt: ctx.clock.now(),
    checksum,
    migration: written.about!.migration,
  }
}
