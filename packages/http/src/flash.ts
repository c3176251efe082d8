const NAME = 'loi-nhan'
const KEY = /^[a-z-]+:[a-zA-Z.-]+$/

/** The Set-Cookie that carries a confirmation to the next page. @param key of its words, `namespace:flash.x` */
export const flashCookie = (key: string): string =>
  `${NAME}=${encodeURIComponent(key)}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`

/** Takes the confirmation a request brings, so that it shows once. */
export function takeFlash(cookies: string | null, setCookie: (cookie: string) => void): string | null {
  const found = cookies?.match(/(?:^|; )loi-nhan=([^;]+)/)?.[1]
  if (!found) return null
  setCookie(`${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
  const key = decoded(found)
  return key && KEY.test(key) ? key : null
}

// A planted cookie may be no URI component at all.
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
