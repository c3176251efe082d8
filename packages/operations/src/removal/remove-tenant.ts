import { fileKey } from '@sotay/files'
import { Conflict, Invalid } from '@sotay/kernel'
import { updateTenant } from '@sotay/tenancy'
import { readBackupPlan } from '../archives/backup-plan'
import { backupTenant } from '../archives/backup-tenant'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { actorName, recordOperation } from '../record-operation'
import { withLock } from '../with-lock'

export interface RemovalBegun {
  slug: string
  backupId: string
  /** Where the proof stands in the store: what there was, counted and hashed. */
  proof: string
  removeAt: Date
}

const DAY_MS = 86_400_000

/**
 * Begins to remove a province: its archive and the proof of what it holds are made first, its site closes and says so,
 * and for the plan's days of grace it can be called back.
 * @throws NotFound · Invalid without a reason · Conflict while it is being created
 * Source: R38
 */
export async function removeTenant(ctx: OperationsContext, slug: string, reason: string): Promise<RemovalBegun> {
  const statusReason = reason.trim()
  if (statusReason.length < 3) throw new Invalid({ reason: ['operations.reason-needed'] }, 'operations.reason-needed')
  return withLock(ctx, `tenant:${slug}`, async () => {
    const record = await findTenant(ctx, slug)
    if (record.status === 'provisioning') throw new Conflict('operations.half-made', { slug })
    // Closed before it is counted: what is removed is what was counted.
    await updateTenant(ctx.platform, record.id, { status: 'removing', statusReason })
    await ctx.directory.refresh()
    try {
      const taken = await backupTenant(ctx, slug, { kind: 'before-remove' })
      const { graceDays } = await readBackupPlan(ctx)
      const removeAt = new Date(ctx.clock.now().getTime() + graceDays * DAY_MS)
      const { id: backupId, tables, rows, bytes, key } = taken
      const said = { slug, name: record.name, tenantId: record.id, reason: statusReason, by: actorName(ctx.actor) }
      const proof = fileKey('archives', record.id, `${backupId}.proof.json`)
      const body = { ...said, at: ctx.clock.now(), removeAt, archive: { backupId, key, bytes }, rows, tables }
      await ctx.store.put(proof, Buffer.from(`${JSON.stringify(body, null, 2)}\n`), { contentType: 'application/json' })
      await updateTenant(ctx.platform, record.id, { removeAt })
      await recordOperation(ctx, 'tenant.removal-begun', slug, {
        backupId,
        proof,
        removeAt,
        reason: statusReason,
        rows,
      })
      await ctx.directory.refresh()
      return { slug, backupId, proof, removeAt }
    } catch (error) {
      const { status, statusReason: before } = record
      await updateTenant(ctx.platform, record.id, { status, statusReason: before })
      await ctx.directory.refresh()
      throw error
    }
  })
}

/** Calls a province back that is being removed: it opens as it was. @throws NotFound · Conflict when it is not being removed */
export async function keepTenant(ctx: OperationsContext, slug: string): Promise<void> {
  await withLock(ctx, `tenant:${slug}`, async () => {
    const record = await findTenant(ctx, slug)
    if (record.status !== 'removing') throw new Conflict('operations.not-removing', { slug })
    await updateTenant(ctx.platform, record.id, { status: 'active', statusReason: null, removeAt: null })
    await recordOperation(ctx, 'tenant.removal-called-off', slug)
    await ctx.directory.refresh()
  })
}
