import { createHash } from 'node:crypto'
import { type Clock, type ModuleManifest, newId, systemClock } from '@sotay/kernel'
import { lastTick } from './last-tick'
import type { Log } from './log'
import type { Queue, QueuedJob } from './open-queue'
import type { Province, Provinces } from './provinces'

export interface ScheduleOptions {
  queue: Queue
  modules: readonly ModuleManifest[]
  provinces: Provinces
  log: Log
  onSent(count: number): void
  clock?: Clock
  everySeconds?: number
}

/** A tick missed for want of a worker is made up for within this time, unless its schedule catches up whenever it can. */
const CATCH_UP_MS = 3 * 60 * 60 * 1000

/** Sends each province's scheduled jobs once a tick, however many workers look. Stop it with the returned function. */
export function startSchedules({ everySeconds = 30, ...options }: ScheduleOptions): () => void {
  const known = new Set<string>()
  let busy = false
  const look = async () => {
    if (busy) return
    busy = true
    const sent = await sendDueTicks(options, known).catch((error: Error) => {
      options.log.warn({ reason: error.message }, 'schedules not looked at')
      return 0
    })
    if (sent > 0) options.onSent(sent)
    busy = false
  }
  const timer = setInterval(look, everySeconds * 1000)
  void look()
  return () => clearInterval(timer)
}

/** @param known ids sent before by this process; grows @returns how many it sent */
export async function sendDueTicks(
  { queue, modules, provinces, clock = systemClock }: Omit<ScheduleOptions, 'log' | 'onSent'>,
  known: Set<string>,
): Promise<number> {
  const now = clock.now()
  const due: QueuedJob[] = []
  for (const province of provinces.list()) {
    if (province.active) due.push(...(await ticksOf(province, { modules, provinces, now })))
  }
  const fresh = due.filter((job) => !known.has(job.id))
  await queue.send(fresh)
  known.clear()
  for (const job of due) known.add(job.id)
  return fresh.length
}

async function ticksOf(
  province: Province,
  { modules, provinces, now }: { modules: readonly ModuleManifest[]; provinces: Provinces; now: Date },
): Promise<QueuedJob[]> {
  const scheduled = modules.filter((manifest) => manifest.schedules.length > 0)
  if (scheduled.length === 0) return []
  const { config } = await provinces.context(province, 'schedules', newId())
  return scheduled
    .filter((manifest) => config.enabled.has(manifest.key))
    .flatMap((manifest) => manifest.schedules)
    .map(({ job, cron, catchUp }) => ({ job, catchUp, tick: lastTick(cron, config.timezone, now) }))
    .filter(({ catchUp, tick }) => catchUp || now.getTime() - tick.getTime() < CATCH_UP_MS)
    .map(({ job, tick }) => ({ id: tickId(province.id, job, tick), tenantId: province.id, job, input: {} }))
}

/** The same for every worker that sees this tick: a UUID of version 8 (RFC 9562). */
function tickId(tenantId: string, job: string, tick: Date): string {
  const hex = createHash('sha256').update(`${tenantId} ${job} ${tick.toISOString()}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
