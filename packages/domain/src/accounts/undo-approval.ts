import {
  audit,
  Conflict,
  dayIn,
  NotFound,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, desc, eq, gte, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { approverOf, decidedBy } from './approver'
import { endSessionsOf } from './end-sessions'
import { takeRoles } from './held-roles'
import { type UndoApproval, undoApprovalInput } from './inputs'
import { account, roleGrant } from './schema'

/** As many as are looked over at the end of a day. */
const SHOWN = 50

/**
 * Takes an approval of the same day back: the registration waits again, and the offices it brought are gone.
 * @throws NotFound when it is not this actor's to decide · Conflict saying why not: it is not of today, the account is
 * no longer active, or the member holds a role from elsewhere by now
 */
export async function undoApproval(ctx: TenantContext, input: UndoApproval): Promise<void> {
  const approver = approverOf(ctx)
  const { accountId } = undoApprovalInput.parse(input)
  await transaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ memberId: member.id, status: account.status, decidedAt: account.decidedAt })
      .from(account)
      .innerJoin(member, and(eq(member.id, account.memberId), inRoster))
      .innerJoin(unit, eq(unit.id, member.unitId))
      .where(and(eq(account.id, accountId), decidedBy(tx, approver, unit.path)))
      .for('update', { of: account })
    if (!found) throw new NotFound()
    if (found.status !== 'active') throw new Conflict('accounts.not-active')
    if (!found.decidedAt || dayIn(tx.config.timezone, found.decidedAt) !== todayOf(tx)) {
      throw new Conflict('accounts.undo-late')
    }
    if (await holdsMore(tx, found.memberId, accountId)) throw new Conflict('accounts.undo-granted-since')
    await takeRoles(tx, broughtBy(accountId))
    await tx.db
      .update(account)
      .set({ status: 'awaiting_approval', decidedAt: null, decidedBy: null, decisionReason: null })
      .where(eq(account.id, accountId))
    await endSessionsOf(tx, accountId)
    audit(tx, 'accounts.approval-undone', { id: accountId })
  })
}

/** What the actor's units approved today, latest first: what can still be taken back. */
export async function listApprovedToday(ctx: TenantContext) {
  const approver = approverOf(ctx)
  const midnight = sql`(${todayOf(ctx)}::date)::timestamp at time zone ${ctx.config.timezone}`
  return ctx.db
    .select({
      accountId: account.id,
      name: member.fullName,
      cardNumber: member.cardNumber,
      unitName: unit.name,
      approvedAt: sql<Date>`${account.decidedAt}`.mapWith(account.decidedAt),
    })
    .from(account)
    .innerJoin(member, and(eq(member.id, account.memberId), inRoster))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(
      and(
        eq(account.status, 'active'),
        isNull(account.decisionReason),
        gte(account.decidedAt, midnight),
        decidedBy(ctx, approver, unit.path),
      ),
    )
    .orderBy(desc(account.decidedAt), account.id)
    .limit(SHOWN)
}

const broughtBy = (accountId: string): SQL | undefined =>
  and(eq(roleGrant.source, 'approval'), eq(roleGrant.sourceId, accountId))

async function holdsMore(tx: TransactionContext, memberId: string, accountId: string): Promise<boolean> {
  const elsewhere = or(ne(roleGrant.source, 'approval'), isNull(roleGrant.sourceId), ne(roleGrant.sourceId, accountId))
  const lasting = or(isNull(roleGrant.validUntil), gte(roleGrant.validUntil, todayOf(tx)))
  const [other] = await tx.db
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(eq(roleGrant.memberId, memberId), elsewhere, lasting))
    .limit(1)
  return other !== undefined
}
