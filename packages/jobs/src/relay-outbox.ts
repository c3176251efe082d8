import type { TenantContext } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import { inArray, sql } from 'drizzle-orm'
import type { Queue } from './open-queue'

/** Jobs of one kind that one province may have waiting in the queue: what others wait for at most. */
const WAITING_PER_JOB = 8

interface DueRow extends Record<string, unknown> {
  id: string
  job: string
  input: Record<string, unknown>
}

export interface Relayed {
  count: number
  /** More is due than the province may have waiting. */
  more: boolean
}

/**
 * Hands a province's due work to the queue under its outbox ids, a bounded number of each kind.
 * Killed between queue and outbox, the next run sends the same ids again, which changes nothing.
 */
export async function relayOutbox(ctx: TenantContext, queue: Queue): Promise<Relayed> {
  const due = sql`due_at <= ${ctx.clock.now().toISOString()}::timestamptz and relayed_at is null`
  const names = sql`unnest(string_to_array(${[...queue.limits.keys()].join(',')}, ',')) as kind(name)`
  const [some] = await ctx.db.execute(
    sql`select 1 from ${names} where exists (select from ${outbox} where job = kind.name and ${due})`,
  )
  if (!some) return { count: 0, more: false }
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.execute<DueRow>(sql`
      select taken.* from ${names} cross join lateral (
        select id, job, input from ${outbox} where job = kind.name and ${due}
        order by due_at, id limit ${WAITING_PER_JOB} for update skip locked
      ) taken`)
    const waiting = await queue.waiting(ctx.tenant.id)
    const sent = rows.filter((row) => room(waiting, row.job))
    await queue.send(sent.map(({ id, job, input }) => ({ id, job, input, tenantId: ctx.tenant.id })))
    if (sent.length > 0) {
      const ids = sent.map((row) => row.id)
      await tx.update(outbox).set({ relayedAt: ctx.clock.now() }).where(inArray(outbox.id, ids))
    }
    return { count: sent.length, more: sent.length < rows.length || sent.length >= WAITING_PER_JOB }
  })
}

function room(waiting: Map<string, number>, job: string): boolean {
  const now = waiting.get(job) ?? 0
  if (now >= WAITING_PER_JOB) return false
  waiting.set(job, now + 1)
  return true
}
