import { authorize, inScope, type TenantContext, todayOf } from '@sotay/kernel'
import { aliasedTable, and, desc, eq, sql } from 'drizzle-orm'
import { delegation } from '../accounts'
import { member } from '../members'
import { unit } from '../organisation'
import { mayTakeBack } from './end-delegation'

export interface Delegated {
  id: string
  unitName: string
  fromName: string
  toName: string
  validFrom: string
  validUntil: string
  reason: string | null
  state: 'current' | 'planned' | 'over'
  /** The actor may take it back. */
  endable: boolean
}

const giver = aliasedTable(member, 'giver')
const taker = aliasedTable(member, 'taker')

/** Delegations of the right to approve accounts in the actor's part of the tree, newest first. */
export async function listDelegations(ctx: TenantContext): Promise<Delegated[]> {
  const scope = authorize(ctx, 'authority.read')
  const rows = await ctx.db
    .select({
      given: delegation,
      unitName: unit.name,
      path: unit.path,
      fromName: giver.fullName,
      toName: taker.fullName,
    })
    .from(delegation)
    .innerJoin(unit, eq(unit.id, delegation.unitId))
    .innerJoin(giver, eq(giver.id, delegation.fromMemberId))
    .innerJoin(taker, eq(taker.id, delegation.toMemberId))
    .where(and(inScope(unit.path, scope)))
    .orderBy(desc(sql`${delegation.endedAt} is null`), desc(delegation.validFrom), desc(delegation.id))
    .limit(100)
  const today = todayOf(ctx)
  return rows.map(({ given, path, ...names }) => {
    const over = given.endedAt !== null || given.validUntil < today
    const state = over ? 'over' : given.validFrom > today ? 'planned' : 'current'
    const { id, validFrom, validUntil, reason } = given
    return { id, validFrom, validUntil, reason, ...names, state, endable: !over && mayTakeBack(ctx, given, path) }
  })
}

/** The units at which the actor holds the office whose right to approve may be delegated. */
export function delegableOffices(ctx: TenantContext): { unitId: string; unitName: string }[] {
  authorize(ctx, 'authority.read')
  const rule = ctx.config.accounts.approvedBy
  if (!rule?.delegable || ctx.actor.kind !== 'member') return []
  return ctx.actor.grants
    .filter((grant) => grant.role === rule.role)
    .map(({ unitId, unitName }) => ({ unitId, unitName: unitName ?? '' }))
}
