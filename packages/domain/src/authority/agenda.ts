import { type AgendaItem, authorize, inScope, may, type TenantContext } from '@sotay/kernel'
import { and, count, eq } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { unit } from '../organisation'
import { endingSoon, expiryHorizon } from './list-grants'
import { countProposals } from './list-proposals'

/** What waits for an officer: rights that end soon, and what another officer proposed. */
export async function authorityAgenda(ctx: TenantContext): Promise<AgendaItem[]> {
  const [expiring, proposed] = await Promise.all([
    expiryHorizon(ctx) ? countExpiring(ctx) : 0,
    ctx.config.accounts.fourEyes && may(ctx, 'authority.manage') ? countProposals(ctx) : 0,
  ])
  return [
    { href: '/quan-tri/phan-quyen?trang-thai=expiring', label: 'authority:agenda.expiring', count: expiring },
    { href: '/quan-tri/phan-quyen/de-nghi', label: 'authority:agenda.proposed', count: proposed },
  ]
}

async function countExpiring(ctx: TenantContext): Promise<number> {
  const scope = authorize(ctx, 'authority.read')
  const [ending] = await ctx.db
    .select({ rows: count() })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(and(endingSoon(ctx), inScope(unit.path, scope)))
  return ending?.rows ?? 0
}
