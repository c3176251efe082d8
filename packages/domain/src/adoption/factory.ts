import type { TenantContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { member } from '../members'
import { recordCensus } from './record-census'

/** Says of a member whether they have a smartphone. */
export async function makeSmartphone(
  ctx: TenantContext,
  { memberId, has }: { memberId: string; has: boolean },
): Promise<void> {
  const [found] = await ctx.db.select({ unitId: member.unitId }).from(member).where(eq(member.id, memberId))
  await recordCensus(ctx, { unitId: found!.unitId, answers: [{ memberId, has: has ? 'yes' : 'no' }] })
}
