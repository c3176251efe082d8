import { spawn } from 'node:child_process'
import type { DatabaseUser } from './database-user'

/**
 * A shell that waits on a pipe from this process: the pipe breaks when this process is killed, and the server is then told
 * to shut down. Its own session, so that Ctrl-C in the terminal does not reach it.
 * @returns a call that dismisses the watchdog without touching the server
 */
export function watchOver(pid: number, user: DatabaseUser | undefined): () => void {
  const script = 'read -r line || kill -INT "$1"'
  const shell = spawn('/bin/sh', ['-c', script, 'sotay-watchdog', String(pid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => undefined)
  shell.stdin.on('error', () => undefined)
  shell.unref()
  ;(shell.stdin as unknown as { unref(): void }).unref()
  return () => shell.stdin.end('done\n')
}
