import { type BackupNote, type Clock, newId, type Upkeep } from '@sotay/kernel'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { TenantRecord } from './catalogue'
import type { openPlatform } from './pools'
import { backup } from './schema'

/** Channel by which whoever keeps provinces hears that an archive was asked for. */
export const UPKEEP_CHANNEL = 'upkeep'

type Platform = Pick<ReturnType<typeof openPlatform>, 'db' | 'sql'>

/** What a province sees and asks of its own archives: bound to it, and to no other. */
export const upkeepOf = (platform: Platform, record: Pick<TenantRecord, 'id' | 'slug'>, clock: Clock): Upkeep => ({
  async backups() {
    const own = eq(backup.tenantId, record.id)
    const rows = await platform.db.select().from(backup).where(own).orderBy(desc(backup.askedAt)).limit(50)
    return rows.map(noteOf)
  },
  async askForBackup(by) {
    const added = await platform.db.transaction(async (tx) => {
      const waiting = and(eq(backup.tenantId, record.id), eq(backup.kind, 'asked'), isNull(backup.startedAt))
      const [before] = await tx.select({ id: backup.id }).from(backup).where(waiting).limit(1)
      if (before) return false
      const { id: tenantId, slug } = record
      await tx.insert(backup).values({ id: newId(), tenantId, slug, kind: 'asked', askedAt: clock.now(), askedBy: by })
      return true
    })
    if (added) void platform.sql.notify(UPKEEP_CHANNEL, record.id).catch(() => {})
    return added
  },
})

const noteOf = (row: typeof backup.$inferSelect): BackupNote => ({
  id: row.id,
  kind: row.kind,
  askedAt: row.askedAt,
  finishedAt: row.finishedAt,
  bytes: row.bytes,
  verifiedAt: row.verifiedAt,
  drill: row.drill && row.drilledAt ? { at: row.drilledAt, equal: row.drill.outcome === 'equal' } : null,
  failed: row.error !== null,
})
