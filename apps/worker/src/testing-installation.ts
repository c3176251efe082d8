import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { serveObjectStore, startPostgres } from '@sotay/embedded'
import { openFileStore } from '@sotay/files'
import { createTenant, openOperations, preparePlatformOnce } from '@sotay/operations'
import { readSettings } from '@sotay/tenancy'
import { testConfiguration } from '@sotay/testing'
import { build } from 'vite'

const keys = { accessKey: 'test-access-key', secretKey: 'test-secret-key' }

/** An installation of its own, which a test may kill: durable PostgreSQL, object store, one province. */
export async function openInstallation(slug: string) {
  const root = await mkdtemp(join(tmpdir(), 'sotay-worker-'))
  const dataDir = join(root, 'postgres')
  let postgres = await startPostgres({ dataDir })
  const store = await serveObjectStore({ root: join(root, 'objects'), port: 0, region: 'us-east-1', ...keys })
  const env = {
    SOTAY_DATABASE_URL: postgres.adminUrl,
    SOTAY_S3_ENDPOINT: `http://127.0.0.1:${store.port}`,
    SOTAY_S3_ACCESS_KEY: keys.accessKey,
    SOTAY_S3_SECRET_KEY: keys.secretKey,
    SOTAY_SECRET: 'a secret for tests, at least 32 characters long',
    SOTAY_DATA: root,
    SOTAY_DEMO: 'true',
  }
  const settings = readSettings(env)
  await preparePlatformOnce(settings)
  await openFileStore(settings.files).ensureBucket()
  const operations = await openOperations(settings, { kind: 'operator', operatorId: 'test' })
  const { record } = await createTenant(operations, testConfiguration(slug))
  return {
    env,
    operations,
    record,
    /** Ends the database as a power cut would, and starts it again where it was. */
    async killDatabase() {
      const { port, pid, exited } = postgres
      process.kill(pid, 'SIGKILL')
      await exited
      postgres = await startPostgres({ dataDir, port })
    },
    stopStore: () => store.close(),
    async close() {
      await operations.close()
      await store.close()
      await postgres.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Builds the worker as it is shipped. @returns its entry */
export async function buildWorker(): Promise<string> {
  const root = resolve(import.meta.dirname, '..')
  const outDir = resolve(root, 'build', `test-${process.pid}`)
  await build({ root, configFile: resolve(root, 'vite.config.ts'), logLevel: 'error', build: { outDir } })
  return resolve(outDir, 'main.js')
}

export interface RunningWorker {
  /** Loopback port of its state. */
  port: number
  child: ChildProcess
  lines: string[]
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** Starts the built worker and waits until it is ready. @throws what it printed, when it ends before */
export async function startBuiltWorker(entry: string, env: Record<string, string>): Promise<RunningWorker> {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const port = await new Promise<number>((ready, failed) => {
    const read = (chunk: Buffer) => {
      for (const line of String(chunk).split('\n').filter(Boolean)) {
        lines.push(line)
        if (line.includes('worker ready')) ready((JSON.parse(line) as { port: number }).port)
      }
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => failed(new Error(lines.join('\n'))))
  })
  return {
    port,
    child,
    lines,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      child.kill(signal)
      const [code] = await gone
      return code as number | null
    },
  }
}
