import { redirect } from '@remix-run/node'
import { endOperatorSession } from '@sotay/operations/operators'
import { formAction } from '../server/form-action'
import { endCookie, readCookie, SESSION_COOKIE } from '../server/session-cookies'

export const loader = () => redirect('/')

export const action = formAction(async ({ ctx, setCookie }, _, { request }) => {
  const token = readCookie(request.headers.get('cookie'), SESSION_COOKIE)
  if (token) await endOperatorSession(ctx, token)
  setCookie(endCookie(SESSION_COOKIE))
  return redirect('/dang-nhap', 303)
})
