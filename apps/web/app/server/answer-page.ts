import type { AppLoadContext, RequestHandler } from '@remix-run/node'
import { readSession } from '@sotay/auth'
import { newNonce, secure } from '@sotay/http'
import type { Directory } from '@sotay/tenancy'
import type { Handler } from 'hono'
import type { Arrived } from './arrive-at-tenant'

const ANONYMOUS = { kind: 'anonymous' } as const

/** Hands a request to Remix with its province's context and whoever is signed in; secures the answer. */
export const answerPage =
  (remix: RequestHandler, directory: Directory): Handler<Arrived> =>
  async (c) => {
    const { arrival, record } = c.var
    const ctx = await directory.context(record, { actor: ANONYMOUS })
    const cookies: string[] = []
    const setCookie = (cookie: string) => void cookies.push(cookie)
    const session = await readSession(ctx, c.req.header('cookie'))
    if (session) {
      ctx.actor = session.actor
      if (session.refreshedCookie) setCookie(session.refreshedCookie)
    }
    const nonce = newNonce()
    const context: AppLoadContext = { ctx, nonce, arrival, setCookie }
    const response = await remix(c.req.raw, context)
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
    secure(response.headers, { nonce, https: arrival.secure })
    return response
  }
