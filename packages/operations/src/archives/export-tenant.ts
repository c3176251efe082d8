import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileKey } from '@sotay/files'
import { newId } from '@sotay/kernel'
import { backup } from '@sotay/tenancy/schema'
import type { OperationsContext } from '../context'
import { actorName, recordOperation } from '../record-operation'
import { openArchiveKey } from './archive-key'
import { archiveKey } from './backup-tenant'
import { open } from './envelope'
import { findBackup, storedKey } from './find-backup'
import { ABOUT, type About, aboutSchema } from './manifest'
import { readArchive, text } from './read-archive'

/**
 * Writes an archive into a file of this machine: sealed as it is stored, or opened as a plain tar for whoever is to read
 * it without Sổ tay.
 * @param named id of the archive, or a slug for its newest
 * @throws NotFound · Conflict when it is damaged
 */
export async function exportTenant(
  ctx: OperationsContext,
  named: string,
  { file, plain = false }: { file: string; plain?: boolean },
): Promise<{ backupId: string; slug: string; file: string }> {
  const row = await findBackup(ctx, named)
  const { body } = await ctx.store.get(storedKey(row.key))
  const opened = plain ? open(body, ({ archive, boxes }) => openArchiveKey(ctx.settings, archive, boxes)) : body
  const draft = `${file}.${process.pid}`
  try {
    await pipeline(Readable.from(opened, { objectMode: false }), createWriteStream(draft, { mode: 0o600 }))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await recordOperation(ctx, 'tenant.exported', row.slug, { backupId: row.id, plain })
  return { backupId: row.id, slug: row.slug, file }
}

/**
 * Takes an archive from a file, of this installation or another, so that it can be restored here.
 * @returns its id here
 * @throws Conflict when it is damaged or locked
 */
export async function importArchive(ctx: OperationsContext, file: string): Promise<string> {
  const id = newId()
  const draft = fileKey('archives', 'received', `${id}.sotay`)
  const contentType = 'application/octet-stream'
  await ctx.store.put(draft, createReadStream(file), { contentType })
  let about: About | undefined
  try {
    const { manifest, checksum, bytes } = await readArchive(ctx, draft, async ({ name, body }) => {
      if (name === ABOUT) about = aboutSchema.parse(JSON.parse(await text(body)))
    })
    const { tenant, migration, takenAt } = about!
    const key = archiveKey(tenant.id, id)
    await ctx.store.put(key, (await ctx.store.get(draft)).body, { contentType })
    const at = ctx.clock.now()
    await ctx.platform.insert(backup).values({
      id,
      tenantId: tenant.id,
      slug: tenant.slug,
      kind: 'asked',
      askedAt: takenAt,
      askedBy: actorName(ctx.actor),
      startedAt: takenAt,
      finishedAt: takenAt,
      key,
      bytes,
      parts: manifest.parts.length,
      migration,
      checksum,
      tables: manifest.tables,
      verifiedAt: at,
    })
    await recordOperation(ctx, 'backup.received', tenant.slug, { backupId: id, checksum })
    return id
  } finally {
    await ctx.store.remove(draft)
  }
}
