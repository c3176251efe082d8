import { answerCount, backup, tenantMeasure } from '@sotay/tenancy/schema'
import { and, gte, isNotNull, isNull, max, sql } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/** What the platform itself knows of every province, by province's id. */
export interface PlatformCounts {
  /** Jobs that wait or are to be tried again, and those given up within the hour; absent until a worker ever ran. */
  jobs?: Map<string, { waiting: number; failed: number }>
  /** Answers of the sites within the hour, and those that were faults of ours. */
  answers: Map<string, { answers: number; failures: number }>
  measures: Map<string, typeof tenantMeasure.$inferSelect>
  /** When the last archive of each was whole in the store. */
  backups: Map<string, Date>
}

const HOUR_MS = 3_600_000

/** Five statements, however many provinces there are. */
export async function readPlatformCounts(ctx: OperationsContext): Promise<PlatformCounts> {
  const since = new Date(ctx.clock.now().getTime() - HOUR_MS)
  const [jobs, answers, measures, backups] = await Promise.all([
    readJobs(ctx, since),
    ctx.platform
      .select({
        tenantId: answerCount.tenantId,
        answers: sql<number>`sum(${answerCount.answers})::int`,
        failures: sql<number>`sum(${answerCount.failures})::int`,
      })
      .from(answerCount)
      .where(gte(answerCount.minute, since))
      .groupBy(answerCount.tenantId),
    ctx.platform.select().from(tenantMeasure),
    ctx.platform
      .select({ tenantId: backup.tenantId, at: max(backup.finishedAt) })
      .from(backup)
      .where(and(isNull(backup.error), isNotNull(backup.key)))
      .groupBy(backup.tenantId),
  ])
  return {
    jobs,
    answers: new Map(answers.map(({ tenantId, ...counts }) => [tenantId, counts])),
    measures: new Map(measures.map((row) => [row.tenantId, row])),
    backups: new Map(backups.flatMap(({ tenantId, at }) => (at ? [[tenantId, at] as const] : []))),
  }
}

async function readJobs(ctx: OperationsContext, since: Date): Promise<PlatformCounts['jobs']> {
  const [installed] = await ctx.platform.execute(sql`select 1 where to_regclass('queue.job') is not null`)
  if (!installed) return undefined
  const rows = await ctx.platform.execute<{ tenantId: string; waiting: number; failed: number }>(sql`
    select data ->> 'tenantId' as "tenantId",
      count(*) filter (where name <> 'dead-letter' and state < 'active')::int as waiting,
      count(*) filter (where name = 'dead-letter' and created_on >= ${since.toISOString()}::timestamptz)::int as failed
    from queue.job where state < 'completed' group by 1`)
  return new Map([...rows].map(({ tenantId, ...counts }) => [tenantId, counts]))
}
