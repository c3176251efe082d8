import type { HttpBindings } from '@hono/node-server'
import { type Arrival, arrivalOf, secure } from '@sotay/http'
import { hostName } from '@sotay/tenancy'
import type { MiddlewareHandler } from 'hono'
import type { ConsoleParts } from './console-server'

export interface Arrived {
  Bindings: HttpBindings
  Variables: { arrival: Arrival }
}

/** The only name the console answers to. Provinces' names, and any other, are 404 here before anything else runs. */
const HOST = 'ops.localhost'

export const arriveAtConsole = ({ operations, log, metrics }: ConsoleParts): MiddlewareHandler<Arrived> => {
  const trusted = new Set(operations.settings.trustedProxies)
  return async (c, next) => {
    const arrival = arrivalOf(c.env.incoming, trusted)
    if (hostName(arrival.host) !== HOST) {
      c.res = c.text('404: this address is not served here.', 404)
      return secure(c.res.headers, { https: arrival.secure })
    }
    c.set('arrival', arrival)
    const start = performance.now()
    await next()
    const { method } = c.req
    const { status, headers } = c.res
    if (!headers.has('Content-Security-Policy')) secure(headers, { https: arrival.secure })
    metrics.observe({ tenant: '', method, status }, (performance.now() - start) / 1000)
    if (status >= 500) log.error({ method, path: c.req.path, status }, 'failed')
  }
}
