import {
  audit,
  authorize,
  Conflict,
  covers,
  NotFound,
  type Scope,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { giveRoles } from '../accounts'
import { unit } from '../organisation'
import { assertNotHeld } from './grant-role'
import { assertGrantable, grantingOf, grantingScope } from './granting'
import { type ProposalReference, proposalInput } from './inputs'
import { loadPeople } from './load-people'
import { loadPlace } from './load-place'
import { grantProposal, type ProposalStatus } from './schema'

type Proposal = typeof grantProposal.$inferSelect

/**
 * Confirms what another officer proposed, and grants it. Days gone by meanwhile are not granted.
 * @throws NotFound outside the actor's scope · Conflict when it is decided, over, the actor's own proposal or own role
 * Source: QN 6.7
 */
export async function confirmProposal(ctx: TenantContext, input: ProposalReference): Promise<{ grantId: string }> {
  const scope = authorize(ctx, 'authority.manage')
  const granting = grantingOf(ctx)
  const { proposalId } = proposalInput.parse(input)
  return transaction(ctx, async (tx) => {
    const { proposal, officer } = await loadProposal(tx, scope, proposalId)
    if (officer === proposal.proposedBy) throw new Conflict('authority.own-proposal')
    const today = todayOf(tx)
    if (proposal.validUntil !== null && proposal.validUntil < today) throw new Conflict('authority.proposal-late')
    const { memberId, unitId, validUntil, decisionId } = proposal
    const validFrom = proposal.validFrom < today ? today : proposal.validFrom
    const role = assertGrantable(tx, granting, proposal.role, await loadPlace(tx, unitId, validFrom))
    await loadPeople(tx, grantingScope(granting), [memberId])
    await settle(tx, proposal, 'confirmed', officer)
    const holding = { memberId, role, unitId, validFrom, validUntil, decisionId }
    await assertNotHeld(tx, [holding])
    const [grant] = await giveRoles(tx, [holding])
    audit(tx, 'authority.role-granted', grant!, { role, unitId, validFrom, validUntil, proposal: proposalId })
    return { grantId: grant!.id }
  })
}

/** Refuses what another officer proposed. @throws NotFound outside the scope · Conflict when decided, or one's own */
export async function refuseProposal(ctx: TenantContext, input: ProposalReference): Promise<void> {
  const scope = authorize(ctx, 'authority.manage')
  const { proposalId } = proposalInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { proposal, officer } = await loadProposal(tx, scope, proposalId)
    if (officer === proposal.proposedBy) throw new Conflict('authority.own-proposal')
    await settle(tx, proposal, 'refused', officer)
  })
}

/** Takes one's own proposal back. @throws NotFound when it is another's · Conflict when it is decided */
export async function withdrawProposal(ctx: TenantContext, input: ProposalReference): Promise<void> {
  const scope = authorize(ctx, 'authority.manage')
  const { proposalId } = proposalInput.parse(input)
  await transaction(ctx, async (tx) => {
    const { proposal, officer } = await loadProposal(tx, scope, proposalId)
    if (officer !== proposal.proposedBy) throw new NotFound()
    await settle(tx, proposal, 'withdrawn', officer)
  })
}

async function loadProposal(tx: TransactionContext, scope: Scope, proposalId: string) {
  if (tx.actor.kind !== 'member') throw new NotFound()
  const [found] = await tx.db
    .select({ proposal: grantProposal, path: unit.path })
    .from(grantProposal)
    .innerJoin(unit, eq(unit.id, grantProposal.unitId))
    .where(eq(grantProposal.id, proposalId))
    .for('update', { of: grantProposal })
  if (!found || !covers(scope, found.path)) throw new NotFound()
  if (found.proposal.status !== 'awaiting') throw new Conflict('authority.proposal-decided')
  return { proposal: found.proposal, officer: tx.actor.memberId }
}

async function settle(tx: TransactionContext, { id, role, unitId }: Proposal, status: ProposalStatus, officer: string) {
  const decided = { status, decidedBy: officer, decidedAt: tx.clock.now() }
  await tx.db.update(grantProposal).set(decided).where(eq(grantProposal.id, id))
  audit(tx, 'authority.proposal-decided', { id }, { status, role, unitId })
}
