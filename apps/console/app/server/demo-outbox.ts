import type { OperationsContext } from '@sotay/operations'
import { listDemoMessages } from '@sotay/operations/operators'
import type { Handler } from 'hono'
import type { Arrived } from './arrive-at-console'
import { isLoopback } from './is-loopback'

/** `GET /demo/outbox?to=PHONE`: messages sent in a demonstration, newest first, to who sits at the machine. */
export const demoOutbox =
  (operations: OperationsContext): Handler<Arrived> =>
  async (c) => {
    if (!operations.settings.demo || !isLoopback(c.env.incoming)) return c.text('404', 404)
    return c.json(await listDemoMessages(operations, c.req.query('to')))
  }
