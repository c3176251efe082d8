import type { PlatformDb } from '@sotay/db'
import { newId, type TenantContext } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { auditAnchor } from '@sotay/tenancy/schema'
import { desc, eq } from 'drizzle-orm'

export type AnchorOutcome = 'anchored' | 'unchanged' | 'rewritten'

/**
 * Keeps the head of a province's audit chain where the province cannot reach, after checking that the head kept last
 * still stands in the chain (H54).
 * @returns `rewritten` when it does not: nothing new is kept then
 */
export async function anchorAudit(platform: PlatformDb, ctx: TenantContext): Promise<AnchorOutcome> {
  const [kept] = await platform
    .select()
    .from(auditAnchor)
    .where(eq(auditAnchor.tenantId, ctx.tenant.id))
    .orderBy(desc(auditAnchor.sequence))
    .limit(1)
  const row = { sequence: auditEntry.sequence, hash: auditEntry.hash }
  if (kept) {
    const [same] = await ctx.db.select(row).from(auditEntry).where(eq(auditEntry.sequence, kept.sequence))
    if (same?.hash.toString('hex') !== kept.hash) return 'rewritten'
  }
  const [head] = await ctx.db.select(row).from(auditEntry).orderBy(desc(auditEntry.sequence)).limit(1)
  if (!head || head.sequence === kept?.sequence) return 'unchanged'
  await platform.insert(auditAnchor).values({
    id: newId(),
    tenantId: ctx.tenant.id,
    sequence: head.sequence,
    hash: head.hash.toString('hex'),
    at: ctx.clock.now(),
  })
  return 'anchored'
}
