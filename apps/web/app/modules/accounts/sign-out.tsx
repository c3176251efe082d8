import { redirect } from '@remix-run/node'
import { clearCookie, endSession } from '@sotay/auth'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'

export const loader = tenantLoader(async () => {
  throw redirect('/', 303)
})

/** Signs this device out, whoever was signed in. */
export const action = tenantAction(z.object({}), async (ctx, _, { request, setCookie }) => {
  await endSession(ctx, request.headers.get('cookie') ?? undefined)
  setCookie(clearCookie())
  return redirectWithFlash('/', 'accounts:flash.signed-out')
})

export default function SignOutPage() {
  return null
}
