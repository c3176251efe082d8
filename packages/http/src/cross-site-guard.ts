import type { Context, Env, MiddlewareHandler } from 'hono'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses an unsafe request that its own pages did not make: 403, before anything is read.
 * A browser always sends Origin with a POST, so a missing one is refused as well (H15).
 * @param hostOf the host the request is for, as the server understands it
 */
export const crossSiteGuard =
  <E extends Env>(hostOf: (c: Context<E>) => string | undefined): MiddlewareHandler<E> =>
  async (c, next) => {
    if (SAFE.has(c.req.method) || isOwn(c.req.raw, hostOf(c))) return next()
    return c.text('403: yêu cầu đến từ một trang khác. Hãy mở lại trang này và thử lại.', 403)
  }

function isOwn(request: Request, host: string | undefined): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  if (!origin || !host) return false
  return /^https?:\/\//.test(origin) && origin.replace(/^https?:\/\//, '').toLowerCase() === host.toLowerCase()
}
