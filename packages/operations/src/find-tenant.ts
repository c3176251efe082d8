import { NotFound } from '@sotay/kernel'
import type { TenantRecord } from '@sotay/tenancy'
import type { OperationsContext } from './context'

/** The province of that slug as the catalogue has it now. @throws NotFound */
export async function findTenant(ctx: OperationsContext, slug: string): Promise<TenantRecord> {
  await ctx.directory.refresh()
  const record = ctx.directory.bySlug(slug)
  if (!record) throw new NotFound('operations.unknown-tenant', { slug })
  return record
}
