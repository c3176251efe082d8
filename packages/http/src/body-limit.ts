import type { MiddlewareHandler } from 'hono'
import { bodyLimit as honoLimit } from 'hono/body-limit'

/** Refuses a longer body with 413 before it is read to its end. @param bytes the most a form may send */
export const bodyLimit = (bytes: number): MiddlewareHandler => {
  const limit = honoLimit({
    maxSize: bytes,
    onError: (c) => {
      c.header('Connection', 'close')
      return c.text('413: nội dung gửi lên quá lớn. Hãy chọn tệp nhỏ hơn hoặc chia thành nhiều lần.', 413)
    },
  })
  return (c, next) => (c.req.method === 'GET' || c.req.method === 'HEAD' ? next() : limit(c, next))
}
