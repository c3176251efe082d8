import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveObjectStore, startPostgres } from '@sotay/embedded'
import { type OperationsContext, openOperations, preparePlatformOnce } from '@sotay/operations'
import { readSettings } from '@sotay/tenancy'
import type { Bench } from './benchmark'

/** A database and an object store of a run's own, as `npm start` has them, in a folder that goes when they do. */
export interface Instance {
  operations: OperationsContext
  folder: string
  /** `SOTAY_*` for a process that is to work on it. */
  environment: Record<string, string>
  /** Runs `work` and hands back what PostgreSQL logged meanwhile. */
  logged(work: () => Promise<unknown>): Promise<string[]>
  onClose: Bench['onClose']
}

/** @param onClose takes what ends each part, so that a start that fails or is broken off leaves nothing */
export async function openInstance(onClose: Bench['onClose']): Promise<Instance> {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-bench-'))
  onClose(() => rm(folder, { recursive: true, force: true }))
  const listeners = new Set<(line: string) => void>()
  const log = (line: string) => {
    for (const listen of listeners) listen(line)
  }
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log })
  onClose(postgres.stop)
  const keys = { accessKey: 'bench', secretKey: randomBytes(24).toString('base64url'), region: 'us-east-1' }
  const store = await serveObjectStore({ root: join(folder, 'objects'), port: 0, ...keys })
  onClose(store.close)
  const environment = {
    SOTAY_DATABASE_URL: postgres.adminUrl,
    SOTAY_S3_ENDPOINT: `http://127.0.0.1:${store.port}`,
    SOTAY_S3_ACCESS_KEY: keys.accessKey,
    SOTAY_S3_SECRET_KEY: keys.secretKey,
    SOTAY_SECRET: randomBytes(32).toString('base64url'),
    SOTAY_DATA: folder,
  }
  const settings = readSettings(environment)
  await preparePlatformOnce(settings)
  const operations = await openOperations(settings, { kind: 'operator', operatorId: 'bench' })
  onClose(operations.close)
  await operations.store.ensureBucket()
  return {
    operations,
    folder,
    environment,
    async logged(work) {
      const lines: string[] = []
      const listen = (line: string) => void lines.push(line)
      listeners.add(listen)
      await work().finally(() => listeners.delete(listen))
      return lines
    },
    onClose,
  }
}
