import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'

/** A process told apart from a later one with the same number: `startedAt` in clock ticks since boot (proc(5), field 22). */
export type ProcessId = { pid: number; startedAt: string }

export const processId = (pid: number): ProcessId => ({ pid, startedAt: startedAt(pid) })

export function isSameProcess({ pid, startedAt: ticks }: ProcessId): boolean {
  return isAlive(pid) && (ticks === '' || startedAt(pid) === ticks)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether that process is a PostgreSQL server working in that folder; false for any other program that got the number. */
export function isPostgresIn(pid: number, dataDir: string): boolean {
  try {
    return (
      basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '')) === 'postgres' &&
      readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
    )
  } catch {
    return false
  }
}

function startedAt(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
