import { randomBytes } from 'node:crypto'

const FIXED: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** A nonce for one response's scripts. */
export const newNonce = (): string => randomBytes(16).toString('base64')

/** What a page may load: its own origin, and scripts that carry its nonce. */
const pagePolicy = (nonce: string): string =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; ` +
  `media-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; ` +
  `frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'`

const CLOSED = "default-src 'none'; frame-ancestors 'none'"

/** Sets the headers of every answer. @param nonce of a page; others may load nothing, unless they said what */
export function secure(headers: Headers, { nonce, https }: { nonce?: string; https: boolean }): void {
  for (const [name, value] of Object.entries(FIXED)) headers.set(name, value)
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', nonce ? pagePolicy(nonce) : CLOSED)
  if (https) headers.set('Strict-Transport-Security', 'max-age=31536000')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}
