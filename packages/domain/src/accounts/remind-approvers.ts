import {
  audit,
  authorize,
  dayIn,
  enqueue,
  type JobDefinition,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inRoster, member } from '../members'
import { asOf, unit } from '../organisation'
import { approvingUnit } from './approver'
import { account, delegation, roleGrant } from './schema'
import { sendNotice } from './send-notice'

const DAY_MS = 86_400_000

/**
 * Reminds those who approve accounts of what has waited for longer than the configuration allows: one message a day for
 * each of them, with the count. What they were reminded of today they are not told again, however often this runs.
 */
export const remindApprovers: JobDefinition<Record<string, never>> = {
  name: 'accounts.remind-approvers',
  input: z.object({}).strict() as z.ZodType<Record<string, never>>,
  async handler(ctx) {
    authorize(ctx, 'accounts.manage')
    const { reminders, approvedBy } = ctx.config.accounts
    if (!reminders || !approvedBy) return
    await transaction(ctx, async (tx) => {
      const waiting = await overdue(tx, reminders.approvalDays)
      const due = await countsByApprover(tx, waiting)
      const today = todayOf(tx)
      for (const [memberId, count] of due) {
        const words = { count: String(count), days: String(reminders.approvalDays), address: tx.tenant.origin }
        const key = `accounts.reminder:${memberId}:${today}`
        enqueue(tx, sendNotice, { notice: 'approvals-waiting', memberId, words, key })
      }
      if (due.size === 0) return
      const ids = waiting.map(({ accountId }) => accountId)
      await tx.db.update(account).set({ remindedAt: tx.clock.now() }).where(inArray(account.id, ids))
      audit(tx, 'accounts.approvers-reminded', null, { approvers: due.size, accounts: ids.length })
    })
  },
}

type Waiting = Awaited<ReturnType<typeof overdue>>[number]

const overdue = (tx: TransactionContext, days: number) =>
  tx.db
    .select({ accountId: account.id, unitId: approvingUnit(tx, unit.path), remindedAt: account.remindedAt })
    .from(account)
    .innerJoin(member, and(eq(member.id, account.memberId), inRoster))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(
      and(
        eq(account.status, 'awaiting_approval'),
        lte(account.registeredAt, new Date(tx.clock.now().getTime() - days * DAY_MS)),
      ),
    )
    .for('update', { of: account })

/** How much waits for each approver who was not reminded today. */
async function countsByApprover(tx: TransactionContext, waiting: Waiting[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const told = new Set<string>()
  const today = todayOf(tx)
  const approvers = await approversAt(tx, [...new Set(waiting.flatMap(({ unitId }) => unitId ?? []))])
  for (const { unitId, remindedAt } of waiting) {
    for (const memberId of approvers.get(unitId ?? '') ?? []) {
      counts.set(memberId, (counts.get(memberId) ?? 0) + 1)
      if (remindedAt && dayIn(tx.config.timezone, remindedAt) === today) told.add(memberId)
    }
  }
  for (const memberId of told) counts.delete(memberId)
  return counts
}

/** Who approves at each of the units today: the officer, and where it may be delegated the administrator and delegates. */
async function approversAt(tx: TransactionContext, unitIds: string[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  const rule = tx.config.accounts.approvedBy
  if (!rule || unitIds.length === 0) return found
  const day = todayOf(tx)
  const held = await tx.db
    .select({ unitId: roleGrant.unitId, memberId: roleGrant.memberId, role: roleGrant.role })
    .from(roleGrant)
    .innerJoin(account, and(eq(account.memberId, roleGrant.memberId), eq(account.status, 'active')))
    .where(
      and(
        inArray(roleGrant.unitId, unitIds),
        inArray(roleGrant.role, rule.delegable ? [rule.role, 'unit_admin'] : [rule.role]),
        asOf(roleGrant, day),
        or(isNull(account.restrictedUntil), sql`${account.restrictedUntil} < ${day}::date`),
      ),
    )
  const delegates = rule.delegable
    ? await tx.db
        .select({ unitId: delegation.unitId, memberId: delegation.toMemberId, from: delegation.fromMemberId })
        .from(delegation)
        .where(and(inArray(delegation.unitId, unitIds), isNull(delegation.endedAt), asOf(delegation, day)))
    : []
  const inOffice = ({ unitId, from }: { unitId: string; from: string }) =>
    held.some((grant) => grant.unitId === unitId && grant.memberId === from && grant.role === rule.role)
  for (const { unitId, memberId } of [...held, ...delegates.filter(inOffice)]) {
    found.set(unitId, (found.get(unitId) ?? new Set()).add(memberId))
  }
  return found
}
