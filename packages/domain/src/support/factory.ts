import type { TenantContext, VisitorActor } from '@sotay/kernel'
import { enterVisit } from './enter-visit'
import type { OpenVisit } from './inputs'
import { loadVisitor } from './load-visitor'
import { openVisit } from './open-visit'
import { hashOf } from './secret-token'

/** Opens and enters a visit. @param ctx the province as an operation sees it */
export async function makeVisit(
  ctx: TenantContext,
  given: Partial<OpenVisit> = {},
): Promise<{ visitId: string; cookie: string; actor: VisitorActor }> {
  const asked = { operatorName: 'Người Trực Ban', reason: 'Xem lỗi trang theo phiếu', ticket: 'P-1', minutes: 30 }
  const { code } = await openVisit(ctx, { ...asked, role: 'tenant_admin', ...given }, 60)
  const { visitId, token } = await enterVisit({ ...ctx, actor: { kind: 'anonymous' } }, { code })
  const actor = await loadVisitor(ctx, hashOf(token))
  if (!actor) throw new Error('the visit did not open')
  return { visitId, cookie: `__Host-visit=${token}`, actor }
}
