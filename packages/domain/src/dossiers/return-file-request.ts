import { audit, authorize, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { type ReturnFileRequest, returnFileRequestInput } from './inputs'
import { holdAwaitingRequest } from './load-awaiting-request'
import { fileRequest } from './schema'

/**
 * Sends a request back to its member, who reads the reason, mends it and sends it again.
 * @throws NotFound for who may not decide on it · Conflict when it was decided, taken back or revised meanwhile
 */
export async function returnFileRequest(ctx: TenantContext, input: ReturnFileRequest): Promise<void> {
  authorize(ctx, 'dossiers.decide')
  const { requestId, revision, reason } = returnFileRequestInput.parse(input)
  await transaction(ctx, async (tx) => {
    await holdAwaitingRequest(tx, { requestId, revision })
    const decided = { decidedAt: tx.clock.now(), decidedBy: changedBy(tx) }
    await tx.db
      .update(fileRequest)
      .set({ status: 'returned', reason, ...decided })
      .where(eq(fileRequest.id, requestId))
    audit(tx, 'dossiers.request-returned', { id: requestId })
  })
}
