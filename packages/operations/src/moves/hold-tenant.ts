import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@sotay/db/connect'
import { Conflict } from '@sotay/kernel'
import type { TenantRecord } from '@sotay/tenancy'
import { tenant } from '@sotay/tenancy/schema'
import { and, eq, gt } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/** For how long processes hold a province's work at most; whoever waits is answered afterwards. */
const HOLD_MS = 10_000
/** Within this time all work that had begun must be through, or the hold is given up. */
const QUIET_WITHIN_MS = 4_000
/** Left over of the hold when the switch is made, for clocks that differ. */
const MARGIN_MS = 1_000

export interface Hold {
  /** Changes the catalogue so that work goes on where `change` says. @throws Conflict when the hold ran out before */
  switchTo(change: Partial<typeof tenant.$inferInsert>): Promise<void>
}

/**
 * Runs `body` while a province's work waits everywhere: processes hear it from the catalogue, let through what had
 * begun and leave the server; the login is shut, so that a process that did not hear can write nothing. Afterwards work
 * goes on, at the old place unless `body` switched.
 * @returns what `body` did, and for how long work waited
 * @throws Conflict when some process stays at the server
 */
export async function holdTenant<Result>(
  ctx: OperationsContext,
  record: TenantRecord,
  body: (hold: Hold) => Promise<Result>,
): Promise<{ result: Result; pauseMs: number }> {
  const owner = ctx.owner(record.server)
  const start = performance.now()
  const heldUntil = new Date(Date.now() + HOLD_MS)
  await ctx.platform.update(tenant).set({ heldUntil }).where(eq(tenant.id, record.id))
  let switched = false
  try {
    await ctx.directory.refresh()
    await untilQuiet(owner, record)
    await owner.sql.unsafe(`alter role "${record.schema}" nologin`)
    // One may have come in between the count and the lock.
    await untilQuiet(owner, record)
    const result = await body({
      async switchTo(change) {
        // Whoever stays at its server must find the login open again when work goes on.
        if (change.placement === undefined) await owner.sql.unsafe(`alter role "${record.schema}" login`)
        const limit = new Date(Date.now() + MARGIN_MS)
        const still = and(eq(tenant.id, record.id), gt(tenant.heldUntil, limit))
        const set = { ...change, heldUntil: null }
        const done = await ctx.platform.update(tenant).set(set).where(still).returning({ id: tenant.id })
        if (done.length === 0) throw new Conflict('operations.hold-ran-out', { slug: record.slug })
        switched = true
      },
    })
    return { result, pauseMs: Math.round(performance.now() - start) }
  } finally {
    if (!switched) await owner.sql.unsafe(`alter role "${record.schema}" login`)
    if (!switched) await ctx.platform.update(tenant).set({ heldUntil: null }).where(eq(tenant.id, record.id))
    await ctx.directory.refresh()
  }
}

async function untilQuiet(owner: Pool, { schema, slug }: TenantRecord): Promise<void> {
  const end = performance.now() + QUIET_WITHIN_MS
  while (true) {
    const [row] = await owner.sql.unsafe<{ n: number }[]>(
      `select count(*)::int as n from pg_stat_activity where usename = $1`,
      [schema],
    )
    if (row!.n === 0) return
    if (performance.now() > end) throw new Conflict('operations.not-quiet', { slug, connections: row!.n })
    await delay(10)
  }
}
