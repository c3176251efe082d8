import { authorize, inScope, type TenantContext } from '@sotay/kernel'
import { and, count, desc, eq, ne, type SQLWrapper, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { grantProposal } from './schema'

const nameOf = (memberId: SQLWrapper) =>
  sql<string | null>`(select officer.full_name from ${member} officer where officer.id = ${memberId})`

/** Roles proposed to a second officer in the actor's scope: what waits first, then the newest. */
export async function listProposals(ctx: TenantContext) {
  const scope = authorize(ctx, 'authority.manage')
  const own = ctx.actor.kind === 'member' ? ctx.actor.memberId : undefined
  const rows = await ctx.db
    .select({
      id: grantProposal.id,
      memberId: grantProposal.memberId,
      name: member.fullName,
      role: grantProposal.role,
      unitName: unit.name,
      validFrom: grantProposal.validFrom,
      validUntil: grantProposal.validUntil,
      status: grantProposal.status,
      proposedBy: grantProposal.proposedBy,
      proposerName: nameOf(grantProposal.proposedBy),
      proposedAt: grantProposal.proposedAt,
      deciderName: nameOf(grantProposal.decidedBy),
      decidedAt: grantProposal.decidedAt,
    })
    .from(grantProposal)
    .innerJoin(member, eq(member.id, grantProposal.memberId))
    .innerJoin(unit, eq(unit.id, grantProposal.unitId))
    .where(inScope(unit.path, scope))
    .orderBy(desc(sql`${grantProposal.status} = 'awaiting'`), desc(grantProposal.id))
    .limit(100)
  return rows.map((row) => ({
    ...row,
    /** What this officer can do with it. */
    mine:
      row.proposedBy === own ? ('withdraw' as const) : row.memberId === own ? ('none' as const) : ('decide' as const),
  }))
}
export type ProposalLine = Awaited<ReturnType<typeof listProposals>>[number]

/** How many wait for somebody other than who proposed them: for the actor. */
export async function countProposals(ctx: TenantContext): Promise<number> {
  const scope = authorize(ctx, 'authority.manage')
  if (ctx.actor.kind !== 'member') return 0
  const { memberId } = ctx.actor
  const others = and(ne(grantProposal.proposedBy, memberId), ne(grantProposal.memberId, memberId))
  const [waiting] = await ctx.db
    .select({ rows: count() })
    .from(grantProposal)
    .innerJoin(unit, eq(unit.id, grantProposal.unitId))
    .where(and(eq(grantProposal.status, 'awaiting'), others, inScope(unit.path, scope)))
  return waiting?.rows ?? 0
}
