import type { MiddlewareHandler } from 'hono'
import { bodyLimit as honoLimit } from 'hono/body-limit'

/**
 * Refuses a longer body with 413 before it is read to its end.
 * @param bytes the most a form may send; by the path it is sent to where forms differ
 */
export const bodyLimit = (bytes: number | ((path: string) => number)): MiddlewareHandler => {
  const limits = new Map<number, MiddlewareHandler>()
  return (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const most = typeof bytes === 'number' ? bytes : bytes(c.req.path)
    const limit = limits.get(most) ?? limitOf(most)
    limits.set(most, limit)
    return limit(c, next)
  }
}

const limitOf = (maxSize: number): MiddlewareHandler =>
  honoLimit({
    maxSize,
    onError: (c) => {
      c.header('Connection', 'close')
      return c.text('413: nội dung gửi lên quá lớn. Hãy chọn tệp nhỏ hơn hoặc chia thành nhiều lần.', 413)
    },
  })
