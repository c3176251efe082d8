import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { codeOf } from '../explain-failure'
import { isPostgresIn } from '../process-id'
import { postmasterPath, readPostmasterFile } from './postmaster-file'

/** Stops the server that a killed run left on this folder, and removes a lock file whose process is gone or another program. */
export async function stopOrphan(dataDir: string, log: (line: string) => void): Promise<void> {
  const left = await readPostmasterFile(dataDir)
  if (!left) return
  if (isPostgresIn(left.pid, dataDir)) {
    log(`stopping PostgreSQL ${left.pid} left by an earlier run`)
    await stopProcess(left.pid, () => !isPostgresIn(left.pid, dataDir))
  }
  await rm(postmasterPath(dataDir), { force: true })
}

/**
 * Fast shutdown (SIGINT: roll back, checkpoint, leave), then immediate, then kill.
 * PostgreSQL manual, "Shutting Down the Server".
 */
export async function stopProcess(pid: number, gone: () => boolean): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ]
  for (const [signal, patience] of steps) {
    if (gone()) return
    signalIfAlive(pid, signal)
    for (const end = Date.now() + patience; Date.now() < end && !gone(); ) await delay(20)
  }
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}
