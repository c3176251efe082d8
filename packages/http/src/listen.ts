import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  port: number
  /** Stops taking requests and waits for those in hand, ten seconds at most. */
  close(): Promise<void>
}

/** A slow or endless sender is cut off; the others are not kept waiting (H41). */
const limits = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 }

// biome-ignore lint/suspicious/noExplicitAny: any environment of bindings and variables may be served
export function listen(app: Hono<any>, { host, port }: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: limits }, (info) => {
      resolve({ port: info.port, close: () => closeGently(server as Server) })
    })
    server.once('error', reject)
  })
}

function closeGently(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
