import type { Logger } from '@sotay/http'
import type { Directory } from '@sotay/tenancy'
import { answerCount } from '@sotay/tenancy/schema'
import { sql } from 'drizzle-orm'

const FLUSH_MS = 10_000
const MINUTE_MS = 60_000

interface Count {
  tenantId: string
  minute: Date
  answers: number
  failures: number
}

export interface AnswerCounter {
  count(tenantId: string, status: number): void
  /** Writes what was counted since the last time; what cannot be written is counted on. */
  flush(): Promise<void>
  stop(): Promise<void>
}

/** Counts answers by province and minute for the vendor's fleet page: one statement in ten seconds, none without visits. */
export function countAnswers(
  directory: Pick<Directory, 'platform' | 'byId'>,
  log: Pick<Logger, 'warn'>,
): AnswerCounter {
  let counts = new Map<string, Count>()
  const add = ({ tenantId, minute, answers, failures }: Count) => {
    const key = `${tenantId} ${minute.getTime()}`
    const known = counts.get(key)
    counts.set(key, {
      tenantId,
      minute,
      answers: (known?.answers ?? 0) + answers,
      failures: (known?.failures ?? 0) + failures,
    })
  }
  const flush = async () => {
    // A province that is gone by now has nowhere to be counted.
    const rows = [...counts.values()].filter((row) => directory.byId(row.tenantId))
    counts = new Map()
    if (rows.length === 0) return
    const { tenantId, minute, answers, failures } = answerCount
    await directory.platform.db
      .insert(answerCount)
      .values(rows)
      .onConflictDoUpdate({
        target: [tenantId, minute],
        set: { answers: sql`${answers} + excluded.answers`, failures: sql`${failures} + excluded.failures` },
      })
      .catch((error: Error) => {
        log.warn({ reason: error.name }, 'answers not counted yet')
        rows.forEach(add)
      })
  }
  const timer = setInterval(() => void flush(), FLUSH_MS)
  timer.unref()
  return {
    count(tenantId, status) {
      const minute = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS)
      add({ tenantId, minute, answers: 1, failures: status >= 500 ? 1 : 0 })
    },
    flush,
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}
