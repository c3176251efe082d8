import { redirect } from '@remix-run/node'
import { endSession, startSession } from '@sotay/auth'
import type { PendingStep, SignInStep } from '@sotay/domain/accounts'
import type { TenantContext } from '@sotay/kernel'
import type { Visit } from '../../server/tenant-loader'
import { carried, carry, drop } from './carried.server'
import { deviceName } from './device-name.server'

const pages: Record<PendingStep, string> = {
  'second-factor': '/dang-nhap/xac-thuc',
  'second-factor-setup': '/dang-nhap/thiet-lap',
  'password-change': '/dang-nhap/mat-khau-moi',
}

/** Goes on with a sign-in: to its next page, or, signed in under a new session, to where the person wanted to go. */
export async function continueSignIn(ctx: TenantContext, step: SignInStep, visit: Visit): Promise<Response> {
  const wanted = ownPath(visit.url.searchParams.get('tiep'))
  if (step.status !== 'signed-in') {
    carry(visit, 'step', step.token)
    return redirect(`${pages[step.status]}${wanted === '/' ? '' : `?tiep=${encodeURIComponent(wanted)}`}`, 303)
  }
  // Whatever session the browser came with, planted or its own, ends here (H14).
  await endSession(ctx, visit.request.headers.get('cookie') ?? undefined)
  const { cookie } = await startSession(ctx, step.accountId, deviceName(visit.request))
  visit.setCookie(cookie)
  if (carried(visit, 'step')) drop(visit, 'step')
  return redirect(wanted, 303)
}

/** The token of the step under way; without one the sign-in begins anew. */
export function stepToken(visit: Visit): string {
  const token = carried(visit, 'step')
  if (!token) throw redirect('/dang-nhap', 303)
  return token
}

/** A path of this site and nothing that a browser could take for another host. */
export function ownPath(wanted: string | null): string {
  const safe = wanted !== null && /^\/(?![/\\])[^\s\\]*$/.test(wanted) && !wanted.startsWith('/dang-')
  return safe ? wanted : '/'
}
