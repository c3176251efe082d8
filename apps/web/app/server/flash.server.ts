import { redirect } from '@remix-run/node'

const NAME = 'loi-nhan'
const KEY = /^[a-z-]+:[a-zA-Z.-]+$/

/** Goes on to a page that confirms, once, what was just done. @param key of the words, `module:flash.x` */
export const redirectWithFlash = (to: string, key: string): Response =>
  redirect(to, {
    status: 303,
    headers: { 'Set-Cookie': `${NAME}=${encodeURIComponent(key)}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax` },
  })

/** Takes the confirmation a request brings, so that it shows once. */
export function takeFlash(cookies: string | null, setCookie: (cookie: string) => void): string | null {
  const found = cookies?.match(/(?:^|; )loi-nhan=([^;]+)/)?.[1]
  if (!found) return null
  setCookie(`${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
  const key = decodeURIComponent(found)
  return KEY.test(key) ? key : null
}
