/** Browsers keep a `__Host-` cookie to this host alone, whatever a sibling tries to set (H13). */
export const SESSION_COOKIE = '__Host-ops'
/** Carries a right password to the form for the code. */
export const STEP_COOKIE = '__Host-ops-step'

const KEPT = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** @param seconds how long the browser keeps it */
export const strictCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Max-Age=${seconds}; ${KEPT}`

export const endCookie = (name: string): string => strictCookie(name, '', 0)

export function readCookie(header: string | null | undefined, name: string): string | undefined {
  const pair = header?.split('; ').find((entry) => entry.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) || undefined
}
