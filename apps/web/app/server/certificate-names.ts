import { arrivalOf } from '@sotay/http'
import type { MiddlewareHandler } from 'hono'
import type { Arrived } from './arrive-at-tenant'
import type { WebParts } from './web-server'

/**
 * Tells the reverse proxy whether a name is a province's own, before it asks for that name's certificate. Only a trusted
 * proxy's own question is answered; one that it passes on for a visitor is a page of the site like any other.
 */
export const certificateNames = ({
  directory,
  settings,
}: Pick<WebParts, 'directory' | 'settings'>): MiddlewareHandler<Arrived> => {
  const trusted = new Set(settings.trustedProxies)
  return async (c, next) => {
    const { incoming } = c.env
    const asksItself = trusted.has(arrivalOf(incoming, new Set()).address) && !incoming.headers['x-forwarded-for']
    if (!asksItself) return next()
    const name = (c.req.query('domain') ?? '').toLowerCase()
    const known = directory.byHost(name)?.domains.includes(name) ?? false
    return c.text(known ? '200' : '404', known ? 200 : 404)
  }
}
