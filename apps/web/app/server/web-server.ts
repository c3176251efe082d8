import { join } from 'node:path'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { FileStore } from '@sotay/files'
import { bodyLimit, crossSiteGuard, faultOf, health, type Logger, type Metrics, staticAssets } from '@sotay/http'
import type { Directory, Settings } from '@sotay/tenancy'
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { answerPage } from './answer-page'
import { type Arrived, arriveAtTenant } from './arrive-at-tenant'
import { brandFile, brandTheme } from './brand-files'
import { certificateNames } from './certificate-names'
import type { AnswerCounter } from './count-answers'
import { formBytes } from './form-bytes'
import { serviceWorker, webManifest } from './install'
import { plainPage, plainStyles } from './plain-page'

export interface WebParts {
  build: ServerBuild
  directory: Directory
  store: FileStore
  settings: Settings
  log: Logger
  metrics: Metrics
  answers: AnswerCounter
}

/** The provincial site: what a request meets, in order. */
export function webServer(parts: WebParts): Hono<Arrived> {
  const { build, directory, store, log } = parts
  const app = new Hono<Arrived>()
  app.onError((error, c) => {
    log.error({ fault: faultOf(error), tenant: c.var.record?.slug, path: c.req.path }, 'failed')
    return c.var.record ? plainPage(c.var.record, 'failed') : c.text('503', 503)
  })
  const probes = health({
    database: () => directory.platform.db.execute(sql`select 1`),
    store: () => store.check(),
    queue: () => directory.platform.db.execute(sql`select 1 from queue.version`),
  })
  app.route('/', probes)
  app.get('/tls/ask', certificateNames(parts))
  app.use(arriveAtTenant(parts))
  app.use(crossSiteGuard<Arrived>((c) => c.var.arrival.host))
  app.use(bodyLimit(formBytes))
  app.get('/assets/*', staticAssets(join(import.meta.dirname, '../client/assets'), '/assets/'))
  app.get('/brand/theme.css', brandTheme)
  app.get('/brand/plain.css', plainStyles)
  app.get('/brand/:file', brandFile(store))
  app.get('/manifest.webmanifest', webManifest)
  app.get('/sw.js', serviceWorker)
  app.all('*', answerPage(createRequestHandler(build, 'production'), directory))
  return app
}
