import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedError } from '../embedded-error'
import { explainFailure } from '../explain-failure'
import { takeOwnerLock } from '../owner-lock'
import { newPassword, readPassword } from './admin-password'
import { usableBinaries } from './binaries'
import { makeParent } from './data-folder'
import { databaseUser } from './database-user'
import { databaseUrl, ensureDatabase } from './ensure-database'
import { freePort } from './free-port'
import { type Cluster, initCluster } from './init-cluster'
import { type Launched, launch } from './launch'
import { resetPassword } from './reset-password'
import { stopOrphan, stopProcess } from './stop-orphan'

export type PostgresOptions = {
  /** Folder of the data, made when missing. */
  dataDir: string
  /** TCP port on 127.0.0.1; a free one when absent. */
  port?: number
  /** Superuser's password; the stored one, or a random one on first start, when absent. */
  password?: string
  /** Receives the server's log lines. */
  log?: (line: string) => void
  /** false switches off fsync: for tests only. */
  durable?: boolean
}

export type EmbeddedPostgres = {
  port: number
  /** Superuser's connection to database `sotay`. */
  adminUrl: string
  pid: number
  /** Settles when the server's process has ended, for whatever reason; the folder may then be started again. */
  exited: Promise<void>
  stop(): Promise<void>
}

const DATABASE = 'sotay'

/**
 * Starts the PostgreSQL of the npm package on a data folder, as root or not, whatever an earlier run left there.
 * @throws EmbeddedError in-use, port-in-use, disk-full, not-writable, no-binaries, no-user, wrong-version, start-failed
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const { log = () => undefined, durable = true } = options
  await makeParent(dataDir)
  const lock = takeOwnerLock(dataDir).catch((error) => {
    throw explainFailure(dataDir, error)
  })
  const release = once(await lock)
  try {
    const user = await databaseUser(dataDir)
    const cluster: Cluster = { dataDir, user, binaries: await usableBinaries(user) }
    await stopOrphan(dataDir, log)
    await initCluster(cluster, options.password, durable)
    const password = await settlePassword(cluster, options.password)
    const { port, launched } = await launchOnPort(cluster, options.port, durable, log)
    const exited = launched.exited.then(release)
    const stop = once(async () => {
      await stopLaunched(launched)
      await exited
    })
    await ensureDatabase(port, password, DATABASE).catch(async (error) => {
      await stop()
      throw error
    })
    return { port, adminUrl: databaseUrl(port, password, DATABASE), pid: launched.pid, exited, stop }
  } catch (error) {
    await release()
    throw explainFailure(dataDir, error)
  }
}

async function settlePassword(cluster: Cluster, wanted: string | undefined): Promise<string> {
  const stored = await readPassword(cluster.dataDir)
  if (stored !== undefined && (wanted === undefined || wanted === stored)) return stored
  const password = wanted ?? newPassword()
  await resetPassword(cluster, password)
  return password
}

/** Tries again where waiting helps: a chosen port was taken meanwhile, or processes of a killed server are still leaving. */
async function launchOnPort(
  cluster: Cluster,
  wanted: number | undefined,
  durable: boolean,
  log: (line: string) => void,
) {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort())
    try {
      return { port, launched: await launch(cluster, port, durable, log) }
    } catch (error) {
      const text = String(error)
      const portTaken = /could not bind|Address already in use/.test(text)
      if (portTaken && wanted !== undefined) throw portInUse(wanted)
      const passing = portTaken || /pre-existing shared memory block/.test(text)
      if (!passing || attempt === 40) throw error
      await delay(250)
    }
  }
}

async function stopLaunched({ child, pid, exited }: Launched): Promise<void> {
  await stopProcess(pid, () => child.exitCode !== null || child.signalCode !== null)
  await exited
}

const once = (action: () => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => (done ??= action())
}

const portInUse = (port: number) =>
  new EmbeddedError(
    'port-in-use',
    `Cổng ${port} dành cho PostgreSQL đang được chương trình khác sử dụng.`,
    'Dừng chương trình đó hoặc chọn cổng khác.',
  )
