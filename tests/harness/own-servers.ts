import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedPostgres, startPostgres } from '@sotay/embedded'
import { type OperationsContext, openOperations, preparePlatformOnce } from '@sotay/operations'
import type { Settings } from '@sotay/tenancy'

/** A PostgreSQL of a suite's own, durable as in production, to be killed and started again. */
export interface OwnServers {
  settings: Settings
  operations: OperationsContext
  /** SIGKILLs PostgreSQL as a power cut would, and starts it again on its port. */
  killDatabase(): Promise<void>
  stop(): Promise<void>
}

/**
 * @param shared the run's settings: the object store and the secret stay those
 * @param log takes each line that PostgreSQL logs
 */
export async function startOwnServers(shared: Settings, log?: (line: string) => void): Promise<OwnServers> {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-own-'))
  const dataDir = join(folder, 'postgres')
  let postgres: EmbeddedPostgres = await startPostgres({ dataDir, log })
  const { port } = postgres
  const { username, password, pathname } = new URL(postgres.adminUrl)
  const database = { host: '127.0.0.1', port, database: pathname.slice(1), user: username, password }
  const settings: Settings = { ...shared, database: { ...database, password: decodeURIComponent(password) } }
  await preparePlatformOnce(settings)
  const operations = await openOperations(settings, { kind: 'operator', operatorId: 'test' })
  return {
    settings,
    operations,
    async killDatabase() {
      process.kill(postgres.pid, 'SIGKILL')
      await postgres.exited
      postgres = await startPostgres({ dataDir, port, log })
    },
    async stop() {
      await operations.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
