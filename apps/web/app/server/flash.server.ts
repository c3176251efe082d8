import { redirect } from '@remix-run/node'
import { flashCookie, takeFlash } from '@sotay/http'
import { texts } from '../shell/texts.server'

/** Numbers a confirmation names: `count` decides between one and many; `rest`, those passed over, has words of its own. */
type Counts = Record<string, number> & { rest?: number }

/**
 * Goes on to a page that confirms, once, what was just done.
 * @param key of the words, `module:flash.x`; those of `rest` are the module's `flash.rest`
 */
export const redirectWithFlash = (to: string, key: string, counts?: Counts): Response =>
  redirect(to, { status: 303, headers: { 'Set-Cookie': flashCookie(key, counts) } })

/** The words of the confirmation a request brings. */
export function sayFlash(cookies: string | null, setCookie: (cookie: string) => void): string | null {
  const flash = takeFlash(cookies, setCookie)
  if (!flash) return null
  const { rest = 0, ...counts } = flash.counts
  const said: [string, Record<string, number>][] = [[flash.key, counts]]
  if (rest > 0) said.push([`${flash.key.split(':')[0]}:flash.rest`, { count: rest }])
  return said.every(([key, params]) => texts.exists(key, params))
    ? said.map(([key, params]) => texts.t(key, params)).join(' ')
    : null
}
