import { redirect } from '@remix-run/node'
import type { Locale } from '@sotay/i18n'
import { Refusal, TooMany } from '@sotay/kernel'
import { describeRefusal } from '@sotay/operations'
import { texts } from '../shell/texts'

const STATUS = { unauthenticated: 401, 'not-found': 404, invalid: 400, conflict: 409, 'too-many': 429 } as const

/** The sentence of an error code, in the language of the page: the console's own, else the operations'. */
export function sentence(locale: Locale, refusal: Pick<Refusal, 'code' | 'params'>): string {
  const [namespace, reason] = refusal.code.split('.')
  return namespace === 'console'
    ? texts[locale].t(`console:errors.${reason}`, refusal.params)
    : describeRefusal(refusal, locale)
}

export function refusalInit(refusal: Refusal): { status: number; headers?: Record<string, string> } {
  const status = STATUS[refusal.kind]
  if (refusal instanceof TooMany) return { status, headers: { 'Retry-After': String(refusal.retryAfterSeconds) } }
  return { status }
}

/** Turns what a verb threw into the answer of a page. */
export function pageAnswer(error: unknown, locale: Locale): unknown {
  if (!(error instanceof Refusal)) return error
  if (error.kind === 'unauthenticated') return redirect('/dang-nhap', 303)
  if (error.kind === 'not-found') return new Response(null, { status: 404 })
  return Response.json({ message: sentence(locale, error) }, refusalInit(error))
}
