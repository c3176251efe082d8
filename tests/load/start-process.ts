import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '@sotay/embedded'
import { ask } from '../harness/http-client'
import type { Instance } from './instance'

export interface Server {
  port: number
  stop(): Promise<void>
}

interface Start {
  /** Handed to the program. */
  args?: string[]
  /** Handed to Node. */
  flags?: string[]
}

/**
 * Starts a server in its own process on a free port and waits until it answers. It ends with `stop`, with the instance,
 * and with this process, whose end closes the channel between them.
 * @throws when it ends before it answers
 */
export async function startServer(
  instance: Instance,
  entry: string,
  { args = [], flags = [] }: Start = {},
): Promise<Server> {
  const port = await freePort()
  const child = fork(entry, args, {
    env: { ...process.env, ...instance.environment, NODE_ENV: 'production', SOTAY_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: flags,
  })
  // A server says why it cannot start on its log, which is otherwise not read.
  let said = ''
  child.stdout!.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2_000)
  })
  const stop = () => endProcess(child)
  instance.onClose(stop)
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${entry} ended: ${said}`)
    const answer = await ask(port, { host: 'localhost', path: '/healthz' }).catch(() => undefined)
    if (answer?.status === 200) return { port, stop }
    await delay(50)
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(force)
}
