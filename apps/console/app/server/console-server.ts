import { join } from 'node:path'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { bodyLimit, crossSiteGuard, faultOf, health, type Logger, type Metrics, staticAssets } from '@sotay/http'
import type { OperationsContext } from '@sotay/operations'
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { answerPage } from './answer-page'
import { type Arrived, arriveAtConsole } from './arrive-at-console'
import { demoOutbox } from './demo-outbox'

export interface ConsoleParts {
  build: ServerBuild
  operations: OperationsContext
  log: Logger
  metrics: Metrics
}

/** The most a form may send; an emblem and a roster are larger. */
const formBytes = (path: string): number => {
  if (/^\/tinh-moi\/[^/]+\/danh-sach(\.data)?$/.test(path)) return 32 * 1024 * 1024
  return /^\/tinh-moi\/[^/]+\/bieu-trung(\.data)?$/.test(path) ? 2 * 1024 * 1024 : 64 * 1024
}

/** The vendor's console: what a request meets, in order. */
export function consoleServer(parts: ConsoleParts): Hono<Arrived> {
  const { build, operations, log } = parts
  const app = new Hono<Arrived>()
  app.onError((error, c) => {
    log.error({ fault: faultOf(error), path: c.req.path }, 'failed')
    return c.text('503: the console cannot reach what it needs. Try again in a moment.', 503)
  })
  const probes = health({
    database: () => operations.platform.execute(sql`select 1`),
    store: () => operations.store.check(),
    queue: () => operations.platform.execute(sql`select 1 from queue.version`),
  })
  app.route('/', probes)
  app.use(arriveAtConsole(parts))
  app.use(crossSiteGuard<Arrived>((c) => c.var.arrival.host))
  app.use(bodyLimit(formBytes))
  app.get('/assets/*', staticAssets(join(import.meta.dirname, '../client/assets'), '/assets/'))
  app.get('/demo/outbox', demoOutbox(operations))
  app.all('*', answerPage(createRequestHandler(build, 'production'), operations))
  return app
}
