import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { handOver } from './data-folder'
import type { Cluster } from './init-cluster'
import { readPostmasterFile } from './postmaster-file'
import { databaseEnvironment } from './run-binary'
import { serverArguments } from './server-arguments'
import { watchOver } from './watchdog'

export type Launched = { child: ChildProcess; pid: number; exited: Promise<void> }

/**
 * Starts the server and returns once it takes connections (crash recovery included).
 * @throws Error with the server's last lines when it ends before that
 */
export async function launch(
  cluster: Cluster,
  port: number,
  durable: boolean,
  log: (line: string) => void,
): Promise<Launched> {
  const { dataDir, binaries, user } = cluster
  const child = await handOver(dataDir, user, async ({ name, fd }) =>
    spawn(join(binaries, 'bin/postgres'), serverArguments(name, port, durable), {
      ...user,
      cwd: '/',
      env: databaseEnvironment,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', fd],
    }),
  )
  const lastLines: string[] = []
  createInterface({ input: child.stderr as Readable }).on('line', (line) => {
    lastLines.push(line)
    if (lastLines.length > 40) lastLines.shift()
    log(line)
  })
  let ended = false
  const exited = new Promise<void>((resolve) => {
    const settle = () => {
      ended = true
      resolve()
    }
    child.on('close', settle).on('error', settle)
  })
  if (child.pid === undefined) throw await once(child, 'error').then(([error]) => error)
  const dismiss = watchOver(child.pid, user)
  exited.then(dismiss)
  while (!ended) {
    const file = await readPostmasterFile(dataDir)
    if (file?.pid === child.pid && file.ready) return { child, pid: child.pid, exited }
    await Promise.race([exited, delay(25)])
  }
  throw new Error(lastLines.join('\n'))
}
