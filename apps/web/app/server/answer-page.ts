import type { AppLoadContext, RequestHandler } from '@remix-run/node'
import { readSession } from '@sotay/auth'
import { newNonce, secure } from '@sotay/http'
import type { Directory } from '@sotay/tenancy'
import type { Handler } from 'hono'
import type { Arrived } from './arrive-at-tenant'
import { guardedAnswer, noteVisit, readVisit, refuseVisitor } from './support-visit'

const ANONYMOUS = { kind: 'anonymous' } as const

/** Hands a request to Remix with its province's context and whoever is signed in; secures the answer. */
export const answerPage =
  (remix: RequestHandler, directory: Directory): Handler<Arrived> =>
  async (c) => {
    const { arrival, record } = c.var
    let ctx = await directory.context(record, { actor: ANONYMOUS })
    const headers: [string, string][] = []
    const send = (header: string, value: string) => void headers.push([header, value])
    const nonce = newNonce()
    const visitor = await readVisit(ctx, c.req.header('cookie'))
    if (visitor) {
      const refused = await refuseVisitor(directory, ctx, visitor, c.req.raw)
      if (refused) return refused
      ctx = await directory.context(record, { actor: visitor, readOnly: !visitor.mayWrite })
    } else {
      const session = await readSession(ctx, c.req.header('cookie'))
      if (session) ctx.actor = session.actor
      if (session?.refreshedCookie) send('Set-Cookie', session.refreshedCookie)
    }
    const note: AppLoadContext['note'] = (operation, details) => noteVisit(directory, record.slug, operation, details)
    const context: AppLoadContext = { ctx, nonce, arrival, send, note }
    const response = guardedAnswer(visitor, await remix(c.req.raw, context))
    for (const [header, value] of headers) response.headers.append(header, value)
    secure(response.headers, { nonce, https: arrival.secure })
    return response
  }
