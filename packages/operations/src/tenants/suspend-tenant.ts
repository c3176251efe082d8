import { Conflict, Invalid } from '@sotay/kernel'
import { updateTenant } from '@sotay/tenancy'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { recordOperation } from '../record-operation'

/**
 * Closes a province's site: its people see why, in its own brand. Nothing is deleted. Again with another reason changes
 * the reason.
 * @throws NotFound · Invalid without a reason · Conflict while it is being created
 */
export async function suspendTenant(ctx: OperationsContext, slug: string, reason: string): Promise<void> {
  const statusReason = reason.trim()
  if (statusReason.length < 3) throw new Invalid({ reason: ['operations.reason-needed'] }, 'operations.reason-needed')
  const record = await findTenant(ctx, slug)
  if (record.status === 'provisioning') throw new Conflict('operations.half-made', { slug })
  await updateTenant(ctx.platform, record.id, { status: 'suspended', statusReason })
  await recordOperation(ctx, 'tenant.suspended', slug, { reason: statusReason })
  await ctx.directory.refresh()
}

/** Opens a suspended province again; one that is open stays so. @throws NotFound · Conflict while it is being created */
export async function resumeTenant(ctx: OperationsContext, slug: string): Promise<void> {
  const record = await findTenant(ctx, slug)
  if (record.status === 'provisioning') throw new Conflict('operations.half-made', { slug })
  if (record.status === 'active') return
  await updateTenant(ctx.platform, record.id, { status: 'active', statusReason: null })
  await recordOperation(ctx, 'tenant.resumed', slug)
  await ctx.directory.refresh()
}
