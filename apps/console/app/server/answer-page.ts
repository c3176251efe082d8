import type { AppLoadContext, RequestHandler } from '@remix-run/node'
import { newNonce, secure } from '@sotay/http'
import type { OperationsContext } from '@sotay/operations'
import { asOperator, loadOperator } from '@sotay/operations/operators'
import type { Handler } from 'hono'
import { readLanguage } from '../shell/language'
import type { Arrived } from './arrive-at-console'
import { isLoopback } from './is-loopback'
import { readCookie, SESSION_COOKIE } from './session-cookies'

/** Hands a request to Remix with the context of whoever is signed in; secures the answer. */
export const answerPage =
  (remix: RequestHandler, operations: OperationsContext): Handler<Arrived> =>
  async (c) => {
    const { arrival } = c.var
    const header = c.req.header('cookie')
    const token = readCookie(header, SESSION_COOKIE)
    const operator = token ? await loadOperator(operations, token) : undefined
    const cookies: string[] = []
    const nonce = newNonce()
    const context: AppLoadContext = {
      ctx: operator ? asOperator(operations, operator.id) : operations,
      operator,
      locale: readLanguage(header),
      nonce,
      arrival,
      demo: operations.settings.demo && isLoopback(c.env.incoming),
      setCookie: (cookie) => void cookies.push(cookie),
    }
    const response = await remix(c.req.raw, context)
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
    secure(response.headers, { nonce, https: arrival.secure })
    return response
  }
