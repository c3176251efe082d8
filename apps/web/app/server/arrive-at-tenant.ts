import type { HttpBindings } from '@hono/node-server'
import { type Arrival, arrivalOf, secure } from '@sotay/http'
import { hostName, type TenantRecord } from '@sotay/tenancy'
import type { MiddlewareHandler } from 'hono'
import { plainPage } from './plain-page'
import type { WebParts } from './web-server'

export interface Arrived {
  Bindings: HttpBindings
  Variables: { arrival: Arrival; record: TenantRecord }
}

/**
 * Names the province by the request's host, before anything else runs and without a query: an unknown host is 404,
 * a suspended province answers 503 in its own brand. What follows is measured and logged under the province.
 */
export const arriveAtTenant = ({
  directory,
  settings,
  log,
  metrics,
  answers,
}: WebParts): MiddlewareHandler<Arrived> => {
  const trusted = new Set(settings.trustedProxies)
  return async (c, next) => {
    const arrival = arrivalOf(c.env.incoming, trusted)
    const host = hostName(arrival.host)
    const record = host ? directory.byHost(host) : undefined
    if (!record) {
      c.res = c.text('404: địa chỉ này không thuộc hệ thống Sổ tay đảng viên điện tử.', 404)
      return secure(c.res.headers, { https: arrival.secure })
    }
    c.set('arrival', arrival)
    c.set('record', record)
    const start = performance.now()
    const closed = record.status === 'suspended' || record.status === 'removing' ? record.status : undefined
    if (closed && !c.req.path.startsWith('/brand/')) c.res = plainPage(record, closed)
    else await next()
    const { method } = c.req
    const { status, headers } = c.res
    if (!headers.has('X-Frame-Options')) secure(headers, { https: arrival.secure })
    metrics.observe({ tenant: record.slug, method, status }, (performance.now() - start) / 1000)
    // The plain page of a suspended province is no fault.
    if (record.status !== 'suspended') answers.count(record.id, status)
    if (status >= 500) log.error({ tenant: record.slug, method, path: c.req.path, status }, 'failed')
  }
}
