import { type AppLoadContext, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { isOutage } from '@sotay/db'
import { type ErrorParams, Refusal, TooMany } from '@sotay/kernel'
import { ZodError } from 'zod'
import { texts } from '../shell/texts.server'

const STATUS = { 'not-found': 404, invalid: 400, conflict: 409, 'too-many': 429 } as const

/** The sentence of an error code: `module.reason` stands under `errors` in that module's texts. */
export function sentence(code: string, params: ErrorParams = {}): string {
  const [namespace, ...reason] = code.split('.')
  const key = `${namespace}:errors.${reason.join('.')}`
  return texts.exists(key) ? texts.t(key, params) : texts.t('shell:errors.unexpected')
}

/** The status a refusal is answered with; one who asked too often is told when to come back. */
export function refusalStatus(refusal: Refusal, { send }: Pick<AppLoadContext, 'send'>): number {
  if (refusal instanceof TooMany) send('Retry-After', String(refusal.retryAfterSeconds))
  return refusal.kind === 'unauthenticated' ? 401 : STATUS[refusal.kind]
}

/**
 * Turns what a verb threw into the answer of a page: sign in first, or the error page with its sentence.
 * An id that is not one cannot be found, so what a schema refuses in an address is a 404.
 */
export function pageAnswer(error: unknown, { request, context }: LoaderFunctionArgs): unknown {
  if (error instanceof ZodError) return new Response(null, { status: 404 })
  if (isOutage(error)) return Response.json({ message: sentence('shell.unavailable') }, { status: 503 })
  if (!(error instanceof Refusal)) return error
  if (error.kind === 'unauthenticated') {
    const { pathname, search } = new URL(request.url)
    const next = request.method === 'GET' && pathname !== '/' ? `?tiep=${encodeURIComponent(pathname + search)}` : ''
    return redirect(`/dang-nhap${next}`, 303)
  }
  if (error.kind === 'not-found') return new Response(null, { status: 404 })
  return Response.json({ message: sentence(error.code, error.params) }, { status: refusalStatus(error, context) })
}
