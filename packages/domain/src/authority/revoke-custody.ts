import { audit, authorize, Conflict, NotFound, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { endCustody } from './end-custody'
import { type RevokeCustody, revokeCustodyInput } from './inputs'
import { loadSeat } from './load-seat'
import { custody } from './schema'

/**
 * Takes a seat back from its custodian: the role is gone with the next request and the devices are signed out.
 * @throws NotFound outside the scope · Conflict when the custody is over
 * Source: QN 2.7, 16.4
 */
export async function revokeCustody(ctx: TenantContext, input: RevokeCustody): Promise<void> {
  const scope = authorize(ctx, 'authority.manage')
  const { custodyId, reason } = revokeCustodyInput.parse(input)
  await transaction(ctx, async (tx) => {
    const [found] = await tx.db.select({ seatId: custody.seatId }).from(custody).where(eq(custody.id, custodyId))
    if (!found) throw new NotFound()
    // The seat first, as every act on it does; then the custody as it stands now.
    await loadSeat(tx, scope, found.seatId)
    const [held] = await tx.db.select().from(custody).where(eq(custody.id, custodyId))
    const today = todayOf(tx)
    if (!held || held.cancelled || (held.validUntil !== null && held.validUntil < today)) {
      throw new Conflict('authority.custody-over')
    }
    await endCustody(tx, held, today, reason)
    audit(tx, 'authority.custody-revoked', held, { seatId: held.seatId })
  })
}
