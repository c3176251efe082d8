import { audit, authorize, Conflict, Invalid, NotFound, newId, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import { delegation } from '../accounts'
import { type DelegateApproval, delegateApprovalInput } from './inputs'
import { loadPeople } from './load-people'
import { loadPlace } from './load-place'
import { overlapping, periodFrom } from './period'

/**
 * Hands the right to approve accounts to another member of the committee's part of the tree over a period. Only who holds
 * the office can, for as long as they hold it; who was given it cannot hand it on.
 * @throws NotFound where the actor has no such office, or the member is outside it · Conflict where it may not be
 *   delegated, to oneself, or twice · Invalid for the days
 * Source: QN 10.1.3
 */
export async function delegateApproval(ctx: TenantContext, input: DelegateApproval): Promise<{ id: string }> {
  authorize(ctx, 'authority.read')
  const { unitId, memberId, reason, ...days } = delegateApprovalInput.parse(input)
  const rule = ctx.config.accounts.approvedBy
  const { actor } = ctx
  if (!rule || actor.kind !== 'member') throw new NotFound()
  const office = actor.grants.find((grant) => grant.role === rule.role && grant.unitId === unitId)
  if (!office) throw new NotFound()
  if (!rule.delegable) throw new Conflict('authority.not-delegable')
  const period = periodFrom(ctx, days)
  const { validFrom, validUntil } = period
  if (validUntil === null) throw new Invalid({ validUntil: ['authority.day-format'] })
  return transaction(ctx, async (tx) => {
    await loadPlace(tx, unitId, validFrom)
    await loadPeople(tx, { paths: [office.path] }, [memberId])
    const same = and(
      eq(delegation.unitId, unitId),
      eq(delegation.fromMemberId, actor.memberId),
      eq(delegation.toMemberId, memberId),
      isNull(delegation.endedAt),
      overlapping(delegation, period),
    )
    const [standing] = await tx.db.select({ id: delegation.id }).from(delegation).where(same).limit(1)
    if (standing) throw new Conflict('authority.already-delegated')
    const row = { id: newId(), unitId, fromMemberId: actor.memberId, toMemberId: memberId, validFrom, validUntil }
    await tx.db.insert(delegation).values({ ...row, reason: reason || null })
    audit(tx, 'authority.approval-delegated', row, { unitId, validFrom, validUntil })
    return { id: row.id }
  })
}
