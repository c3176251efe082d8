const NAME = 'loi-nhan'
const KEY = /^[a-z-]+:[a-zA-Z.-]+$/
const COUNT = /^\d{1,9}$/

/** A confirmation: the key of its words, `namespace:flash.x`, and the numbers they name. Nobody's words travel in it. */
export interface FlashMessage {
  key: string
  counts: Record<string, number>
}

/** The Set-Cookie that carries a confirmation to the next page. */
export function flashCookie(key: string, counts: Record<string, number> = {}): string {
  const query = new URLSearchParams(Object.entries(counts).map(([name, count]) => [name, String(count)]))
  const value = query.size > 0 ? `${key}?${query}` : key
  return `${NAME}=${encodeURIComponent(value)}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`
}

/** Takes the confirmation a request brings, so that it shows once. */
export function takeFlash(cookies: string | null, setCookie: (cookie: string) => void): FlashMessage | null {
  const found = cookies?.match(/(?:^|; )loi-nhan=([^;]+)/)?.[1]
  if (!found) return null
  setCookie(`${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
  const [key = '', query] = decoded(found).split('?')
  const counts = [...new URLSearchParams(query)]
  if (!KEY.test(key) || counts.some(([, count]) => !COUNT.test(count))) return null
  return { key, counts: Object.fromEntries(counts.map(([name, count]) => [name, Number(count)])) }
}

// A planted cookie may be no URI component at all.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
