import { Conflict, newId } from '@sotay/kernel'
import { createBareSchema, dropBareSchema, migrateSchema, type TenantRecord } from '@sotay/tenancy'
import { tenantAside } from '@sotay/tenancy/schema'
import { type OperationsContext, provinceLine } from '../context'
import { holdTenant } from '../moves/hold-tenant'
import { recordOperation } from '../record-operation'
import { withLock } from '../with-lock'
import { adoptSchema } from './adopt-schema'
import { copyTenant } from './copy-tenant'
import { findBackup, storedKey } from './find-backup'
import { assertEqual, loadArchive, sizes } from './load-archive'
import { putFile } from './put-file'
import { forgetLaterAnchors, restoredConfiguration } from './restored-configuration'

export interface RestoredTenant {
  slug: string
  backupId: string
  /** Whether it stands beside its origin under another name, closed until an operator opens it. */
  copy: boolean
  tables: number
  rows: number
  files: number
  /** Migrations applied to bring an older archive up to this version. */
  migrated: string[]
  /** Name of the schema that was put aside. */
  aside: string | null
  pauseMs: number
  seconds: number
}

export interface RestoreChoice {
  /** Id of the archive, or a slug for its newest. */
  backup: string
  /** Slug to restore as; the archive's own when absent. */
  as?: string
}

/**
 * Restores an archive: over its own province, whose present tables are put aside and kept, or as a copy under another
 * slug. Nothing changes before every row came back as the archive says.
 * @throws NotFound · Conflict when the archive is damaged, locked or newer, or the slug is taken by another province
 * Source: R36, H53
 */
export async function restoreTenant(ctx: OperationsContext, choice: RestoreChoice): Promise<RestoredTenant> {
  const row = await findBackup(ctx, choice.backup)
  const slug = choice.as ?? row.slug
  await ctx.directory.refresh()
  const present = ctx.directory.bySlug(slug)
  if (present && present.id !== row.tenantId) throw new Conflict('operations.slug-taken', { slug })
  const start = performance.now()
  const restored = await withLock(ctx, `tenant:${slug}`, () =>
    present ? restoreOver(ctx, present, row.key) : copyTenant(ctx, { slug, key: storedKey(row.key) }),
  )
  const seconds = Math.round((performance.now() - start) / 100) / 10
  const result = { slug, backupId: row.id, ...restored, seconds }
  await recordOperation(ctx, 'tenant.restored', slug, { ...result })
  await ctx.directory.refresh()
  return result
}

type Restored = Omit<RestoredTenant, 'slug' | 'backupId' | 'seconds'>

async function restoreOver(ctx: OperationsContext, record: TenantRecord, key: string): Promise<Restored> {
  const { server, schema } = record
  const owner = ctx.owner(server)
  const mark = newId().slice(-8)
  const fresh = `${schema.slice(0, 48)}_r${mark}`
  const aside = `${schema.slice(0, 48)}_a${mark}`
  let files = 0
  await createBareSchema(owner, fresh)
  try {
    const loaded = await loadArchive(ctx, {
      key: storedKey(key),
      server,
      schema: fresh,
      putFile: async (name, body, contentType) => {
        files++
        await putFile(ctx, record.id, name, body, contentType)
      },
    })
    assertEqual(loaded)
    const migrated = await migrateSchema(owner, { schema: fresh, role: schema }, provinceLine)
    const change = await restoredConfiguration(ctx, { server, schema: fresh, floor: record.configRevision })
    await forgetLaterAnchors(ctx, record, fresh)
    const { pauseMs } = await holdTenant(ctx, record, async (hold) => {
      await adoptSchema(ctx, { record, fresh, aside })
      await hold.switchTo(change).catch(async (error) => {
        await adoptSchema(ctx, { record, fresh: aside, aside: fresh })
        throw error
      })
    })
    const place = record.placement === 'default' ? null : record.placement
    await ctx.platform.insert(tenantAside).values({
      id: newId(),
      tenantId: record.id,
      why: 'restored',
      schema: aside,
      placement: place,
      since: ctx.clock.now(),
    })
    return { copy: false, ...sizes(loaded), files, migrated, aside, pauseMs }
  } catch (error) {
    await dropBareSchema(owner, fresh)
    throw error
  }
}
