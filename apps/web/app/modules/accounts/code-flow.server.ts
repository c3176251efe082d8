import { NotFound, type TenantContext } from '@sotay/kernel'
import type { Visit } from '../../server/tenant-loader'

/** Which of the two flows an address belongs to, and where its pages are. */
export function codeFlow(ctx: TenantContext, { url }: Visit) {
  const registering = url.pathname.startsWith('/dang-ky')
  if (registering && ctx.config.accounts.registration !== 'self') throw new NotFound()
  const start = registering ? '/dang-ky' : '/quen-mat-khau'
  return { registering, purpose: registering ? ('registration' as const) : ('password-reset' as const), start }
}
