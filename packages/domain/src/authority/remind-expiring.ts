import { audit, authorize, enqueue, type JobDefinition, todayOf, transaction } from '@sotay/kernel'
import { and, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { account, roleGrant, sendNotice } from '../accounts'
import { endingSoon } from './list-grants'

/**
 * Tells holders once of their roles and seats that end soon, the days before as the configuration says: one message a day
 * for each of them. Officers find the same on their first page.
 */
export const remindExpiring: JobDefinition<Record<string, never>> = {
  name: 'authority.remind-expiring',
  input: z.object({}).strict() as z.ZodType<Record<string, never>>,
  async handler(ctx) {
    authorize(ctx, 'authority.manage')
    if (!ctx.config.accounts.reminders) return
    await transaction(ctx, async (tx) => {
      const active = sql`exists (
        select from ${account} owned where owned.member_id = ${roleGrant.memberId} and owned.status = 'active'
      )`
      const ending = await tx.db
        .update(roleGrant)
        .set({ remindedAt: tx.clock.now() })
        .where(and(endingSoon(tx), isNull(roleGrant.remindedAt), active))
        .returning({ memberId: roleGrant.memberId, until: roleGrant.validUntil })
      if (ending.length === 0) return
      const byHolder = new Map<string, string[]>()
      for (const { memberId, until } of ending) byHolder.set(memberId, [...(byHolder.get(memberId) ?? []), until!])
      for (const [memberId, days] of byHolder) {
        const first = days.sort()[0]!
        const words = { count: String(days.length), day: first.split('-').reverse().join('/') }
        const key = `authority.expiring:${memberId}:${todayOf(tx)}`
        enqueue(tx, sendNotice, { notice: 'roles-expiring', memberId, words, key })
      }
      audit(tx, 'authority.holders-reminded', null, { holders: byHolder.size, roles: ending.length })
    })
  },
}
