import * as build from 'virtual:remix/server-build'
import { listen, openLog, processMetrics, serveMetrics, stopGently } from '@sotay/http'
import { openOperations, startUpkeep } from '@sotay/operations'
import { readSettings, SettingsError } from '@sotay/tenancy'
import { consoleServer } from './console-server'

const log = openLog('console')

async function start() {
  const settings = readSettings(process.env)
  const operations = await openOperations(settings, { kind: 'operator', operatorId: 'console' })
  const metrics = processMetrics('console')
  const app = consoleServer({ build, operations, log, metrics })
  const site = await listen(app, { host: settings.host, port: settings.consolePort })
  const keeper = { kind: 'operator', operatorId: 'upkeep' } as const
  const upkeep = await startUpkeep({ ...operations, actor: keeper }, log)
  const measures = await serveMetrics(metrics, settings.metricsPort)
  log.info({ port: site.port, metricsPort: measures.port }, 'ready')
  stopGently(async () => {
    await Promise.all([site.close(), measures.close()])
    await upkeep.stop()
    await operations.close()
  })
}

start().catch((error: unknown) => {
  log.fatal(error instanceof SettingsError ? error.message : error)
  process.exit(1)
})
