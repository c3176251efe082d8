import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freePort } from '@sotay/embedded'
import type { Bench } from './benchmark'

/**
 * Runs `npm start` on a folder and free ports until it says that it is ready.
 * @param onClose takes what stops it while it is not ready yet
 * @returns stops it as Ctrl-C does, and waits for its end
 * @throws when it ends before it is ready, with its last words
 */
export async function startInstallation(dataFolder: string, onClose: Bench['onClose']): Promise<() => Promise<void>> {
  const given = Object.entries(process.env).filter(([name]) => !name.startsWith('SOTAY_'))
  const ports = { SOTAY_PORT: String(await freePort()), SOTAY_CONSOLE_PORT: String(await freePort()) }
  const child = spawn('npm', ['start'], {
    env: { ...Object.fromEntries(given), ...ports, SOTAY_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    process.kill(-child.pid!, 'SIGINT')
    await ended
  }
  onClose(stop)
  await ready(child)
  return stop
}

function ready(child: ChildProcess): Promise<void> {
  const last: string[] = []
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (last.push(line) > 20) last.shift()
        if (/^ready in /.test(line)) resolve()
      })
    }
    child.once('exit', () => reject(new Error(`npm start ended before it was ready:\n${last.join('\n')}`)))
  })
}
