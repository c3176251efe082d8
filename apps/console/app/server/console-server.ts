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

/** The most a form may send. */
const FORM_BYTES = 64 * 1024

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
  app.use(bodyLimit(FORM_BYTES))
  app.get('/assets/*', staticAssets(join(import.meta.dirname, '../client/assets'), '/assets/'))
  app.get('/demo/outbox', demoOutbox(operations))
  app.all('*', answerPage(createRequestHandler(build, 'production'), operations))
  return app
}
