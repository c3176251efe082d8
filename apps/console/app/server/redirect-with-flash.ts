import { redirect } from '@remix-run/node'
import { flashCookie } from '@sotay/http'

/** Goes on to a page that confirms, once, what was just done. @param key of the words, `console:flash.x` */
export const redirectWithFlash = (to: string, key: string): Response =>
  redirect(to, { status: 303, headers: { 'Set-Cookie': flashCookie(key) } })
