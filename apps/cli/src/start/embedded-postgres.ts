import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startPostgres } from '@sotay/embedded'
import { say } from './say'

export interface KeptPostgres {
  adminUrl: string
  pid(): number
  stop(): Promise<void>
}

/** Starts the embedded PostgreSQL and keeps it running on one port. @throws EmbeddedError */
export async function keepPostgres(dataDirectory: string): Promise<KeptPostgres> {
  const dataDir = join(dataDirectory, 'postgres')
  let server = await startPostgres({ dataDir })
  const { port, adminUrl } = server
  let stopping = false
  const keep = async () => {
    while (true) {
      await server.exited
      if (stopping) return
      say('PostgreSQL ngừng đột ngột; chạy lại.')
      await server.stop().catch(() => undefined)
      for (let pause = 500; !stopping; pause = Math.min(pause * 2, 15_000)) {
        const again = await startPostgres({ dataDir, port }).catch((error: Error) => error)
        if (!(again instanceof Error)) {
          server = again
          break
        }
        say(`PostgreSQL chưa chạy lại được: ${again.message}`)
        await delay(pause)
      }
    }
  }
  const end = keep()
  return {
    adminUrl,
    pid: () => server.pid,
    async stop() {
      stopping = true
      await server.stop()
      await end
    },
  }
}
