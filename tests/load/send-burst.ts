import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Visitor } from './visitors'

export interface Burst {
  port: number
  path: string
  /** Whose requests are sent, in turn. */
  visitors: readonly Pick<Visitor, 'host' | 'cookie'>[]
  connections: number
  seconds: number
}

export interface BurstResult {
  /** With a status of 2xx. */
  answered: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  lost: number
}

export interface Sender {
  send(burst: Burst): Promise<BurstResult>
  stop(): void
}

/** Starts the process that sends requests as fast as they are answered. */
export function startSender(): Sender {
  const child = fork(join(import.meta.dirname, 'sender.js'), { execArgv: [] })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the sender ended')))
  ended.catch(() => undefined)
  return {
    async send(burst) {
      child.send(burst)
      const [result] = await Promise.race([once(child, 'message'), ended])
      return result as BurstResult
    },
    stop: () => child.disconnect(),
  }
}
