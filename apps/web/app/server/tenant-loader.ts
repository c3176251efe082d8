import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { Arrival } from '@sotay/http'
import type { TenantContext } from '@sotay/kernel'
import './load-context'
import { pageAnswer } from './refusals'

/** What a page was asked with, besides its context. */
export interface Visit {
  params: Record<string, string | undefined>
  url: URL
  request: Request
  arrival: Arrival
  note: AppLoadContext['note']
  setCookie(cookie: string): void
  /** What was typed, by name of the input, for an act that answers with the form instead of going on. */
  typed?: Record<string, string>
}

export const visitOf = ({ params, request, context }: LoaderFunctionArgs): Visit => ({
  params,
  request,
  url: new URL(request.url),
  arrival: context.arrival,
  note: context.note,
  setCookie: (cookie) => context.send('Set-Cookie', cookie),
})

/** A page's reading: hands the province's context to a verb and answers what it refuses. */
export const tenantLoader =
  <Data>(read: (ctx: TenantContext, visit: Visit) => Promise<Data>) =>
  async (args: LoaderFunctionArgs): Promise<Data> => {
    try {
      return await read(args.context.ctx, visitOf(args))
    } catch (error) {
      throw pageAnswer(error, args)
    }
  }
