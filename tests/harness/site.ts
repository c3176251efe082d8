import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@sotay/embedded'
import type { Settings } from '@sotay/tenancy'

const BUILD = join(import.meta.dirname, '../../apps/web/build/server/index.js')
const PATIENCE_MS = 90_000

export interface Site {
  port: number
  process: ChildProcess
  stop(): Promise<void>
}

/** Starts the built provincial site against the run's shared servers, as production starts it. */
export async function startSite(settings: Settings, env: Record<string, string> = {}): Promise<Site> {
  if (!existsSync(BUILD)) throw new Error('apps/web is not built: npx turbo run build')
  const port = await freePort()
  const { database, files } = settings
  const child = spawn(process.execPath, [BUILD], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SOTAY_PORT: String(port),
      SOTAY_DATABASE_URL: `postgres://${database.host}:${database.port}/${database.database}`,
      SOTAY_S3_ENDPOINT: files.endpoint,
      SOTAY_S3_ACCESS_KEY: files.accessKey,
      SOTAY_S3_SECRET_KEY: files.secretKey,
      SOTAY_SECRET: settings.secret,
      SOTAY_DATA: settings.dataDirectory,
      ...env,
    },
  })
  await answering(child, port)
  return {
    port,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function answering(child: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the site ended with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the site did not answer')
}
