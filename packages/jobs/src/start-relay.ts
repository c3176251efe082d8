import { newId } from '@sotay/kernel'
import type { Log } from './log'
import type { Queue } from './open-queue'
import type { Provinces } from './provinces'
import { relayOutbox } from './relay-outbox'

export interface RelayOptions {
  queue: Queue
  provinces: Provinces
  log: Log
  /** Called after some were handed over. */
  onRelayed(count: number): void
  /** Seconds between two looks at every province; news arrive earlier through `look`. */
  sweepSeconds?: number
}

export interface Relay {
  /** Looks at one province's outbox soon. */
  look(tenantId: string): void
  lookAtAll(): void
  /** Some of a province's work is done: hands over more, where more was waiting. */
  finished(tenantId: string): void
  stop(): Promise<void>
}

const AT_ONCE = 4
const AFTER_FAILURE_MS = 2_000

/** Empties the provinces' outboxes in turn, each a bounded batch a visit, so that none holds up another. */
export function startRelay({ queue, provinces, log, onRelayed, sweepSeconds = 30 }: RelayOptions): Relay {
  const turn = new Set<string>()
  const backlog = new Set<string>()
  const visits = new Map<string, Promise<void>>()
  let stopped = false

  const visit = async (tenantId: string) => {
    const province = provinces.list().find((entry) => entry.id === tenantId)
    if (!province?.active) return
    try {
      const ctx = await provinces.context(province, 'relay', newId())
      const { count, more } = await relayOutbox(ctx, queue)
      if (more) backlog.add(tenantId)
      if (count > 0) onRelayed(count)
    } catch (error) {
      log.warn({ tenantId, reason: (error as Error).message }, 'outbox not relayed, trying again')
      setTimeout(() => look(tenantId), AFTER_FAILURE_MS).unref()
    }
  }
  const pump = () => {
    for (const tenantId of turn) {
      if (stopped || visits.size >= AT_ONCE) return
      if (visits.has(tenantId)) continue
      turn.delete(tenantId)
      const done = visit(tenantId).finally(() => {
        visits.delete(tenantId)
        pump()
      })
      visits.set(tenantId, done)
    }
  }
  const look = (tenantId: string) => {
    turn.add(tenantId)
    pump()
  }
  const lookAtAll = () => {
    for (const province of provinces.list()) if (province.active) turn.add(province.id)
    pump()
  }
  const timer = setInterval(lookAtAll, sweepSeconds * 1000)
  lookAtAll()
  return {
    look,
    lookAtAll,
    finished(tenantId) {
      if (backlog.delete(tenantId)) look(tenantId)
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await Promise.all(visits.values())
    },
  }
}
