import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readSettings, type Settings } from '@sotay/tenancy'
import { Refused } from '../refused'
import { removeRunFile, writeRunFile } from '../run-file'
import { addresses, announce } from './announce'
import { type Children, startChildren } from './children'
import { claimDataDirectory } from './claim-data-directory'
import { keepPostgres } from './embedded-postgres'
import { startEmbeddedStore } from './embedded-store'
import { planChildren } from './plan-children'
import { assertPortsFree } from './ports'
import { prepare, readFolders } from './prepare'
import { projectRoot, watchModule } from './project-root'
import { say } from './say'
import { keepSecrets } from './secrets'
import { stopOnSignal } from './stop-on-signal'

export interface StartOptions {
  fresh: boolean
  env: NodeJS.ProcessEnv
}

/** Runs the whole installation on this machine until it is told to stop: `npm start`. */
export async function startAll({ fresh, env }: StartOptions): Promise<void> {
  const started = performance.now()
  if (env.SOTAY_DATABASE_URL || env.SOTAY_S3_ENDPOINT) {
    throw new Refused(
      'Đã đặt SOTAY_DATABASE_URL hoặc SOTAY_S3_ENDPOINT: dùng "npm run start:production", hoặc bỏ các biến đó.',
    )
  }
  const dataDirectory = resolve(env.SOTAY_DATA || '.sotay')
  const outline = readSettings({ ...env, ...placeholders })
  const folders = await readFolders(join(projectRoot, 'tenants'))
  await claimDataDirectory(dataDirectory, fresh)
  await assertPortsFree(outline.host, { SOTAY_PORT: outline.port, SOTAY_CONSOLE_PORT: outline.consolePort })

  const stops: (() => Promise<void>)[] = [() => removeRunFile(dataDirectory)]
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop().catch((error: Error) => say(error.message))
  }
  const signal = stopOnSignal(stopAll)
  try {
    const secrets = await keepSecrets(dataDirectory, env.SOTAY_SECRET)
    say('Đang chạy PostgreSQL và kho tệp…')
    const postgres = await keepPostgres(dataDirectory)
    stops.push(() => postgres.stop())
    const { accessKey, secretKey } = secrets
    const root = join(dataDirectory, 'objects')
    const entry = join(projectRoot, 'apps/cli/build/object-store.js')
    const store = await startEmbeddedStore({ entry, root, region: 'us-east-1', accessKey, secretKey })
    stops.push(() => store.stop())
    const serverEnv = environment(outline, {
      SOTAY_DATABASE_URL: postgres.adminUrl,
      SOTAY_S3_ENDPOINT: `http://127.0.0.1:${store.port}`,
      SOTAY_S3_ACCESS_KEY: accessKey,
      SOTAY_S3_SECRET_KEY: secretKey,
      SOTAY_SECRET: secrets.secret,
      SOTAY_DATA: dataDirectory,
    })
    const settings = readSettings(serverEnv)
    const { slugs, operator } = await prepare(settings, folders)
    if (signal.aborted) return
    const pids = () => ({ postgres: postgres.pid(), store: store.pid() })
    const tell = (children?: Children) =>
      writeRunFile(dataDirectory, {
        pid: process.pid,
        startedAt: new Date().toISOString(),
        env: serverEnv,
        urls: addresses(settings, slugs),
        children: { ...pids(), ...children?.pids() },
      })
    await tell()
    const logs = join(dataDirectory, 'logs')
    await mkdir(logs, { recursive: true })
    const children = await startChildren(await planChildren(projectRoot, settings, serverEnv), {
      watch: watchModule,
      logs,
    })
    stops.push(() => children.stop())
    if (signal.aborted) return
    for (const name of children.missing) say(`Chưa có bản dựng của ${name}; phần này không chạy.`)
    await tell(children)
    await announce(settings, slugs, operator)
    say(`ready in ${Math.round((performance.now() - started) / 1000)} s`)
  } catch (error) {
    if (signal.aborted) return
    await stopAll()
    throw error
  }
}

// Only to have ports and hosts checked before anything runs; the servers' own values follow.
const placeholders = {
  SOTAY_DATABASE_URL: 'postgres://localhost/sotay',
  SOTAY_S3_ENDPOINT: 'http://localhost',
  SOTAY_S3_ACCESS_KEY: 'x',
  SOTAY_S3_SECRET_KEY: 'x',
  SOTAY_SECRET: 'x'.repeat(32),
}

const environment = (outline: Settings, servers: Record<string, string>): Record<string, string> => ({
  SOTAY_PORT: String(outline.port),
  SOTAY_CONSOLE_PORT: String(outline.consolePort),
  SOTAY_HOST: outline.host,
  SOTAY_TRUSTED_PROXIES: outline.trustedProxies.join(','),
  SOTAY_S3_REGION: 'us-east-1',
  SOTAY_S3_BUCKET: 'sotay',
  SOTAY_DEMO: 'true',
  ...servers,
})
