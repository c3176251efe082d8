import { openLog } from '@sotay/http'
import { readSettings } from '@sotay/tenancy'
import { startWorker } from './start-worker'

const log = openLog('worker')

async function main() {
  const worker = await startWorker(readSettings(process.env), log)
  log.info({ port: worker.port }, 'worker ready')
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      log.info({ signal }, 'worker stopping')
      worker.stop().then(
        () => process.exit(0),
        (error: Error) => {
          log.error({ reason: error.message }, 'worker did not stop cleanly')
          process.exit(1)
        },
      )
    })
  }
}

main().catch((error: Error) => {
  log.error({ reason: error.message }, 'worker cannot start')
  process.exitCode = 1
  setTimeout(() => process.exit(1), 100)
})
