import type { PlatformDb } from '@sotay/db'
import type { Log, Provinces } from '@sotay/jobs'
import { newId, type TenantContext } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import { lt } from 'drizzle-orm'
import { anchorAudit } from './anchor-audit'
import { dropOldCounts, measureTenant } from './measure-tenant'

const HOUR_MS = 60 * 60 * 1000
/** Longer than the queue remembers ids: a row is not needed once its job cannot come back. */
const OUTBOX_KEPT_MS = 7 * 24 * HOUR_MS

export interface HousekeepingOptions {
  platform: PlatformDb
  provinces: Provinces
  log: Log
}

/** Every hour, province after province: anchors the audit chain, empties the outbox of what is long done. */
export function startHousekeeping(options: HousekeepingOptions): { stop(): Promise<void> } {
  let stopped = false
  let round = Promise.resolve()
  const begin = () => {
    round = round.then(() => keepHouse(options, () => stopped))
  }
  const timer = setInterval(begin, HOUR_MS)
  begin()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await round
    },
  }
}

async function keepHouse({ platform, provinces, log }: HousekeepingOptions, stopped: () => boolean): Promise<void> {
  await dropOldCounts(platform).catch((error: Error) => log.warn({ reason: error.message }, 'old counts stay'))
  for (const province of provinces.list()) {
    if (stopped()) return
    const about = { tenantId: province.id }
    try {
      const ctx = await provinces.context(province, 'housekeeping', newId())
      await dropRelayed(ctx)
      const outcome = await anchorAudit(platform, ctx)
      await measureTenant(platform, ctx, outcome === 'rewritten' ? 'rewritten' : 'whole')
      if (outcome === 'rewritten') log.error(about, 'the audit chain no longer holds the head that was anchored')
    } catch (error) {
      log.warn({ ...about, reason: (error as Error).message }, 'housekeeping failed, next try in an hour')
    }
  }
}

const dropRelayed = (ctx: TenantContext) =>
  ctx.db.delete(outbox).where(lt(outbox.relayedAt, new Date(ctx.clock.now().getTime() - OUTBOX_KEPT_MS)))
