import { audit, authorize, NotFound, newId, type TenantContext, transaction } from '@sotay/kernel'
import { and, gt, isNull } from 'drizzle-orm'
import { actorText } from './actor-text'
import { type GrantWriting, grantWritingInput } from './inputs'
import { supportGrant } from './schema'

/** Lets visitors write for some hours from now; another leave in force gives way to it. @throws NotFound */
export async function grantWriting(ctx: TenantContext, input: GrantWriting): Promise<{ until: Date }> {
  authorize(ctx, 'support.manage')
  const { hours } = grantWritingInput.parse(input)
  if (ctx.actor.kind !== 'member') throw new NotFound()
  const { name, memberId: grantedBy } = ctx.actor
  const grantedAt = ctx.clock.now()
  const until = new Date(grantedAt.getTime() + Number(hours) * 3_600_000)
  return transaction(ctx, async (tx) => {
    await tx.db.update(supportGrant).set({ withdrawnAt: grantedAt, withdrawnBy: grantedBy }).where(inForceAt(grantedAt))
    const row = { id: newId(), grantedBy, grantedByName: name, grantedAt, until }
    await tx.db.insert(supportGrant).values(row)
    audit(tx, 'support.writing-granted', row, { until })
    return { until }
  })
}

/** Takes the leave to write back, from the visitors' next request on. Without one it is nothing. */
export async function withdrawWriting(ctx: TenantContext): Promise<void> {
  authorize(ctx, 'support.manage')
  await transaction(ctx, async (tx) => {
    const now = tx.clock.now()
    const withdrawn = await tx.db
      .update(supportGrant)
      .set({ withdrawnAt: now, withdrawnBy: actorText(tx.actor) })
      .where(inForceAt(now))
      .returning({ id: supportGrant.id })
    for (const grant of withdrawn) audit(tx, 'support.writing-withdrawn', grant)
  })
}

export const inForceAt = (at: Date) => and(isNull(supportGrant.withdrawnAt), gt(supportGrant.until, at))
