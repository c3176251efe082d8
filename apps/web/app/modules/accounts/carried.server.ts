import type { Visit } from '../../server/tenant-loader'

/** What one page of a flow hands to the next without a script and without showing it in the address. */
export type Carried = 'proof' | 'step' | 'offer'

const NAME: Record<Carried, string> = { proof: '__Host-proof', step: '__Host-step', offer: '__Host-offer' }
/** Longer than what is carried is good for; the verbs hold the true limits. */
const MAX_AGE: Record<Carried, number> = { proof: 1800, step: 600, offer: 600 }

/** Lays it in a cookie that scripts cannot read. @param value of characters that need no quoting in a cookie */
export const carry = (visit: Visit, what: Carried, value: string): void =>
  visit.setCookie(`${NAME[what]}=${value}; Path=/; Max-Age=${MAX_AGE[what]}; HttpOnly; Secure; SameSite=Lax`)

export function carried({ request }: Visit, what: Carried): string | undefined {
  const cookies = request.headers.get('cookie')?.split(/; */) ?? []
  const found = cookies.find((cookie) => cookie.startsWith(`${NAME[what]}=`))
  return found?.slice(NAME[what].length + 1) || undefined
}

export const drop = (visit: Visit, what: Carried): void =>
  visit.setCookie(`${NAME[what]}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`)
