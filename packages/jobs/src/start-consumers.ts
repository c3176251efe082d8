import type { JobPorts, ModuleManifest } from '@sotay/kernel'
import type { Log } from './log'
import type { Queue, TakenJob } from './open-queue'
import type { Provinces } from './provinces'
import { type JobOutcome, runJob } from './run-job'
import { bell, withinTime } from './time'

export interface ConsumerOptions {
  queue: Queue
  modules: readonly ModuleManifest[]
  provinces: Provinces
  ports: JobPorts
  log: Log
  /** Called when a job has left the hands of this worker. */
  onFinished(about: { tenantId: string; job: string; outcome: JobOutcome | 'failed'; seconds: number }): void
  /** Seconds between two looks when nothing rang. */
  pollSeconds?: number
}

export interface Consumers {
  /** Something was put in the queue. */
  ring(): void
  /** Takes no more, and waits for what is running; what is not done in time goes back to the queue. */
  stop(withinMs: number): Promise<void>
}

const AT_ONCE = 4
const SUSPENDED_WAIT_SECONDS = 300

// pg-boss's own `work` leaves the promise of a completion unheld: one lost connection would end the process.
/** Takes jobs from the queue and runs them, a bounded number of each kind at once. */
export function startConsumers(options: ConsumerOptions): Consumers {
  const { queue, modules, log, pollSeconds = 2 } = options
  const limits = new Map(modules.flatMap((entry) => entry.jobs.map((job) => [job.name, job.concurrency ?? AT_ONCE])))
  const running = new Map<string, { job: string; taken: TakenJob; done: Promise<void> }>()
  const alarm = bell()
  let stopped = false

  const start = (job: string, taken: TakenJob) => {
    const done = handle(options, job, taken).finally(() => {
      running.delete(taken.id)
      alarm.ring()
    })
    running.set(taken.id, { job, taken, done })
  }
  const round = async () => {
    for (const job of await queue.runnable()) {
      const busy = [...running.values()].filter((entry) => entry.job === job).length
      const free = (limits.get(job) ?? 0) - busy
      if (free <= 0 || stopped) continue
      for (const taken of await queue.take(job, free)) start(job, taken)
    }
  }
  const loop = (async () => {
    while (!stopped) {
      await round().catch((error: Error) => log.warn({ reason: error.message }, 'queue not reachable'))
      if (!stopped) await alarm.wait(pollSeconds * 1000)
    }
  })()

  return {
    ring: alarm.ring,
    async stop(withinMs) {
      stopped = true
      alarm.ring()
      await loop
      const all = Promise.all([...running.values()].map((entry) => entry.done))
      await withinTime(all, withinMs).catch(() => {})
      for (const { job, taken } of running.values()) await queue.postpone(job, taken.id, 1).catch(() => {})
    },
  }
}

async function handle(
  { queue, modules, provinces, ports, log, onFinished }: ConsumerOptions,
  job: string,
  taken: TakenJob,
) {
  const { tenantId } = taken.data
  const about = { tenantId, job, key: taken.id }
  const started = performance.now()
  let outcome: JobOutcome | 'failed' = 'failed'
  try {
    const work = runJob(modules, taken.data, taken.id, { provinces, ports })
    outcome = await withinTime(work, queue.limits.get(job)! * 1000)
    if (outcome === 'province-suspended') await queue.postpone(job, taken.id, SUSPENDED_WAIT_SECONDS)
    else await queue.complete(job, taken.id)
    if (outcome !== 'done') log.info({ ...about, outcome }, 'job set aside')
  } catch (error) {
    outcome = 'failed'
    log.error({ ...about, reason: (error as Error).message }, 'job failed')
    // Not even that reached the queue: the job runs out of time there and is given out again.
    await queue.fail(job, taken.id, error).catch(() => {})
  } finally {
    const seconds = (performance.now() - started) / 1000
    onFinished({ tenantId, job, outcome, seconds })
  }
}
