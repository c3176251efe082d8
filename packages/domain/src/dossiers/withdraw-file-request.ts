import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { holdSelf } from './find-person'
import { loadOpenRequest } from './load-request'
import { fileRequest } from './schema'

/** Takes the member's own request back, whether it was sent or not. @throws Conflict when there is none to take back */
export async function withdrawFileRequest(ctx: TenantContext): Promise<void> {
  authorize(ctx, 'dossiers.own')
  await transaction(ctx, async (tx) => {
    const { id: memberId } = await holdSelf(tx)
    const open = await loadOpenRequest(tx, memberId)
    if (!open) throw new Conflict('dossiers.not-awaiting')
    await tx.db.update(fileRequest).set({ status: 'withdrawn' }).where(eq(fileRequest.id, open.id))
    audit(tx, 'dossiers.request-withdrawn', { id: open.id })
  })
}
