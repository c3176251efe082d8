import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveObjectStore, startPostgres } from '@sotay/embedded'
import { openFileStore } from '@sotay/files'
import { preparePlatformOnce } from '@sotay/operations'
import { readSettings } from '@sotay/tenancy'
import type { TestProject } from 'vitest/node'
import './shared-servers'

/** One PostgreSQL and one object store for the whole run; every suite makes its own province in them. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sotay-test-'))
  const keys = { accessKey: 'test-access-key', secretKey: 'test-secret-key' }
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), durable: false })
  const store = await serveObjectStore({ root: join(dataDir, 'objects'), port: 0, region: 'us-east-1', ...keys })
  const settings = readSettings({
    SOTAY_DATABASE_URL: postgres.adminUrl,
    SOTAY_S3_ENDPOINT: `http://127.0.0.1:${store.port}`,
    SOTAY_S3_ACCESS_KEY: keys.accessKey,
    SOTAY_S3_SECRET_KEY: keys.secretKey,
    SOTAY_SECRET: 'a secret for tests, at least 32 characters long',
    SOTAY_DATA: dataDir,
    SOTAY_DEMO: 'true',
  })
  await preparePlatformOnce(settings)
  await openFileStore(settings.files).ensureBucket()
  project.provide('sotaySettings', settings)
  return async () => {
    await store.close()
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
