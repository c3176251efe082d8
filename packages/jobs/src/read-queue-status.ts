import type { PlatformDb } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { DEAD_LETTERS } from './open-queue'

export interface JobStatus {
  job: string
  waiting: number
  running: number
  /** Failed at least once, and to be tried again. */
  retrying: number
  /** Given up; kept for a person to look at. */
  dead: number
  /** Age of the oldest job that may run and does not. */
  oldestSeconds: number
}

/** Counts what is in the queue, by job. Empty when no worker ever ran. */
export async function readQueueStatus(platform: PlatformDb, schema = 'queue'): Promise<JobStatus[]> {
  const [installed] = await platform.execute(sql`select 1 where to_regclass(${`${schema}.job`}) is not null`)
  if (!installed) return []
  const table = sql`${sql.identifier(schema)}.job`
  const rows = await platform.execute<JobStatus & Record<string, unknown>>(sql`
    select data ->> 'job' as job,
      count(*) filter (where state = 'created' and name <> ${DEAD_LETTERS})::int as waiting,
      count(*) filter (where state = 'active')::int as running,
      count(*) filter (where state = 'retry')::int as retrying,
      count(*) filter (where name = ${DEAD_LETTERS})::int as dead,
      coalesce(max(extract(epoch from now() - start_after))
        filter (where state < 'active' and name <> ${DEAD_LETTERS} and start_after < now()), 0)::int as "oldestSeconds"
    from ${table} where state < 'completed' group by 1 order by 1`)
  return [...rows]
}
