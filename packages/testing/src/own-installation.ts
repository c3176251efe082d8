import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedPostgres, startPostgres } from '@sotay/embedded'
import { type OperationsContext, openOperations, preparePlatformOnce } from '@sotay/operations'
import type { Settings } from '@sotay/tenancy'
import { inject } from 'vitest'
import './shared-servers'

export interface OwnInstallation {
  operations: OperationsContext
  /** Starts one more PostgreSQL with the same superuser. */
  anotherServer(): Promise<EmbeddedPostgres>
  close(): Promise<void>
}

/** An installation with a PostgreSQL of its own, for a suite that touches every province; the run's object store. */
export async function ownInstallation(
  change: Partial<Pick<Settings, 'secret' | 'recoveryKey'>> = {},
): Promise<OwnInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-own-'))
  const shared = inject('sotaySettings')
  const { password } = shared.database
  const servers: EmbeddedPostgres[] = []
  const start = async () => {
    const server = await startPostgres({
      dataDir: join(folder, `postgres-${servers.length}`),
      password,
      durable: false,
    })
    servers.push(server)
    return server
  }
  const { port } = await start()
  const settings = { ...shared, ...change, database: { ...shared.database, port } }
  await preparePlatformOnce(settings)
  const operations = await openOperations(settings, { kind: 'operator', operatorId: 'test' })
  return {
    operations,
    anotherServer: start,
    async close() {
      await operations.close()
      await Promise.all(servers.map((server) => server.stop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
