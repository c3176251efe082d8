import { type AgendaItem, authorize, inScope, may, type Scope, type TenantContext } from '@sotay/kernel'
import { and, count, eq, ne } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { type CardCaseStatus, cardCase } from './schema'

/** Cases to settle for who settles them, to confirm for the cell. */
export async function readAgenda(ctx: TenantContext): Promise<AgendaItem[]> {
  const [status, permission] = may(ctx, 'cards.resolve')
    ? (['confirmed', 'cards.resolve'] as const)
    : (['reported', 'cards.confirm'] as const)
  if (!may(ctx, permission)) return []
  const waiting = await countCases(ctx, authorize(ctx, permission), status)
  const label = `cards:agenda.${status}`
  return waiting > 0 ? [{ href: `/dang-vien/the?trang-thai=${status}`, label, count: waiting }] : []
}

async function countCases(ctx: TenantContext, scope: Scope, status: CardCaseStatus): Promise<number> {
  const others = ctx.actor.kind === 'member' ? ne(cardCase.memberId, ctx.actor.memberId) : undefined
  const [total] = await ctx.db
    .select({ rows: count() })
    .from(cardCase)
    .innerJoin(member, and(eq(member.id, cardCase.memberId), inRoster))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(cardCase.status, status), inScope(unit.path, scope), others))
  return total?.rows ?? 0
}
