import type { PlatformDb } from '@sotay/db'
import type { Metrics } from '@sotay/http'
import { readQueueStatus } from '@sotay/jobs'
import { Counter, Gauge, Histogram } from 'prom-client'

/** What the worker counts. Provinces are not told apart: their number would multiply every series. */
export function jobMetrics({ registry }: Metrics, platform: PlatformDb) {
  const registers = [registry]
  const seconds = new Histogram({
    name: 'sotay_job_seconds',
    help: 'Time a job took, by name and outcome',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60],
    registers,
  })
  const relayed = new Counter({
    name: 'sotay_outbox_relayed_total',
    help: 'Outbox rows handed to the queue',
    registers,
  })
  new Gauge({
    name: 'sotay_queue_jobs',
    help: 'Jobs in the queue, by name and state',
    labelNames: ['job', 'state'],
    registers,
    async collect() {
      this.reset()
      for (const { job, waiting, running, retrying, dead } of await readQueueStatus(platform).catch(() => [])) {
        for (const [state, count] of Object.entries({ waiting, running, retrying, dead }))
          this.set({ job, state }, count)
      }
    },
  })
  return { seconds, relayed }
}
