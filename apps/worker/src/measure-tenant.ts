import type { PlatformDb } from '@sotay/db'
import type { TenantContext } from '@sotay/kernel'
import { answerCount, type ChainHealth, tenantMeasure } from '@sotay/tenancy/schema'
import { lt } from 'drizzle-orm'

/** Counts are looked at for an hour; a day of them is kept for whoever asks what happened. */
const COUNTS_KEPT_MS = 24 * 3_600_000

/** Keeps what is too dear to measure when a page asks for it: bytes of files, the audit chain against its anchor. */
export async function measureTenant(platform: PlatformDb, ctx: TenantContext, auditChain: ChainHealth): Promise<void> {
  let fileBytes = 0
  for await (const { size } of ctx.files.list(ctx.files.prefix())) fileBytes += size
  const row = { tenantId: ctx.tenant.id, fileBytes, auditChain, at: ctx.clock.now() }
  await platform.insert(tenantMeasure).values(row).onConflictDoUpdate({ target: tenantMeasure.tenantId, set: row })
}

export async function dropOldCounts(platform: PlatformDb): Promise<void> {
  await platform.delete(answerCount).where(lt(answerCount.minute, new Date(Date.now() - COUNTS_KEPT_MS)))
}
