import * as build from 'virtual:remix/server-build'
import { modules } from '@sotay/domain'
import { openFileStore } from '@sotay/files'
import { listen, openLog, processMetrics, serveMetrics, stopGently } from '@sotay/http'
import { openDirectory, readSettings, SettingsError } from '@sotay/tenancy'
import { countAnswers } from './count-answers'
import { webServer } from './web-server'

const log = openLog('web')

async function start() {
  const settings = readSettings(process.env)
  const store = openFileStore(settings.files)
  const directory = await openDirectory({
    settings,
    manifests: modules,
    store,
    application: `sotay-web-${process.pid}`,
  })
  const metrics = processMetrics('web')
  const answers = countAnswers(directory, log)
  const app = webServer({ build, directory, store, settings, log, metrics, answers })
  const site = await listen(app, { host: settings.host, port: settings.port })
  const measures = await serveMetrics(metrics, settings.metricsPort)
  log.info({ port: site.port, metricsPort: measures.port }, 'ready')
  stopGently(async () => {
    await Promise.all([site.close(), measures.close()])
    await answers.stop()
    await directory.close()
  })
}

start().catch((error: unknown) => {
  log.fatal(error instanceof SettingsError ? error.message : error)
  process.exit(1)
})
