import { openPool, type Pool } from '@sotay/db/connect'
import type { JobDefinition } from '@sotay/kernel'
import PgBoss from 'pg-boss'
import { installSchema } from './install-schema'
import type { Log } from './log'

export interface QueueSettings {
  connection: { host: string; port: number; database: string; user: string; password: string }
  schema: string
  /** All jobs; a queue is kept for each. */
  jobs: readonly Pick<JobDefinition, 'name' | 'limitSeconds'>[]
  log: Log
  /** Seconds between two looks for such jobs. */
  maintenanceSeconds?: number
}

/** What a job carries through the queue. */
export interface Payload {
  tenantId: string
  job: string
  input: unknown
}
export interface QueuedJob extends Payload {
  /** The work's key: what is there already under it is left alone. */
  id: string
}
export interface TakenJob {
  id: string
  data: Payload
}

/** The queue of all provinces, in the platform's database. */
export interface Queue {
  /** Seconds that one try of a job may take, by name. */
  readonly limits: ReadonlyMap<string, number>
  send(jobs: readonly QueuedJob[]): Promise<void>
  /** Takes up to `limit` jobs that may run now; an unreachable database gives none. */
  take(job: string, limit: number): Promise<TakenJob[]>
  complete(job: string, id: string): Promise<void>
  /** Tries it again later, or lays it among the dead letters once it was tried often enough. */
  fail(job: string, id: string, error: unknown): Promise<void>
  /** Puts a taken job back without counting it as a try. */
  postpone(job: string, id: string, seconds: number): Promise<void>
  /** Names of the jobs of which some may run now. */
  runnable(): Promise<string[]>
  /** How many of a province's jobs wait to be run, by name. */
  waiting(tenantId: string): Promise<Map<string, number>>
  /** @throws when the queue's database does not answer */
  check(): Promise<void>
  close(): Promise<void>
}

/** Queue of those that failed for good; nothing takes from it. */
export const DEAD_LETTERS = 'dead-letter'

const RETRY = { retryLimit: 8, retryDelay: 5, retryBackoff: true }
const LIMIT_SECONDS = 30
const KEEP_MINUTES = 30 * 24 * 60

/** Opens the queue, making what is missing of its tables and queues. */
export async function openQueue(settings: QueueSettings): Promise<Queue> {
  const { connection, schema, log, maintenanceSeconds = 15 } = settings
  const limits = new Map(settings.jobs.map((job) => [job.name, job.limitSeconds ?? LIMIT_SECONDS]))
  const pool = openPool({ ...connection, application: 'sotay-queue', max: 2 })
  const boss = new PgBoss({
    ...connection,
    schema,
    application_name: 'sotay-queue',
    max: 4,
    schedule: false,
    maintenanceIntervalSeconds: maintenanceSeconds,
    ...connectionLife,
  })
  boss.on('error', (error) => log.warn({ reason: error.message }, 'queue error'))
  try {
    await installSchema(pool, schema)
    await boss.start()
    await boss.createQueue(DEAD_LETTERS)
    for (const [name, seconds] of limits) await keepQueue(boss, name, seconds)
  } catch (error) {
    await Promise.allSettled([boss.stop({ graceful: false }), pool.close()])
    throw error
  }
  return queueOver(boss, pool, schema, limits)
}

// pg-boss sends its upkeep as one text with BEGIN in it: should that fail, its connection stays in a failed
// transaction. A short life ends such a connection (an option of pg's pool, unknown to pg-boss's types).
const connectionLife = { maxLifetimeSeconds: 60 }

async function keepQueue(boss: PgBoss, name: string, limitSeconds: number): Promise<void> {
  // A worker alive gives up at the limit; only one that is gone lets the queue's own time run out.
  const expireInSeconds = limitSeconds + 5
  const options = { name, ...RETRY, expireInSeconds, retentionMinutes: KEEP_MINUTES, deadLetter: DEAD_LETTERS }
  await boss.createQueue(name, options)
  await boss.updateQueue(name, options)
}

function queueOver(boss: PgBoss, { sql, close }: Pool, schema: string, limits: Queue['limits']): Queue {
  const table = sql`${sql(schema)}.job`
  return {
    limits,
    async send(jobs) {
      if (jobs.length === 0) return
      await boss.insert(jobs.map(({ id, ...data }) => ({ id, name: data.job, data })))
    },
    take: (job, limit) => boss.fetch<Payload>(job, { batchSize: limit }),
    async complete(job, id) {
      await boss.complete(job, id)
    },
    async fail(job, id, error) {
      await boss.fail(job, id, { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
    },
    async postpone(job, id, seconds) {
      await sql`update ${table} set state = 'created', started_on = null, start_after = now() + ${seconds} * interval '1 second',
        keep_until = now() + ${KEEP_MINUTES} * interval '1 minute' where name = ${job} and id = ${id} and state = 'active'`
    },
    async runnable() {
      const rows = await sql<{ name: string }[]>`select distinct name from ${table}
        where state < 'active' and start_after < now() and name <> ${DEAD_LETTERS}`
      return rows.map((row) => row.name).filter((name) => limits.has(name))
    },
    async waiting(tenantId) {
      const rows = await sql<{ name: string; count: number }[]>`select name, count(*)::int as count from ${table}
        where state < 'active' and start_after <= now() and data ->> 'tenantId' = ${tenantId} group by name`
      return new Map(rows.map((row) => [row.name, row.count]))
    },
    async check() {
      await sql`select 1 from ${sql(schema)}.version`
    },
    async close() {
      await boss.stop({ graceful: false })
      await close()
    },
  }
}
