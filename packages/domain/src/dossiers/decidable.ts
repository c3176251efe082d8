import { authorize, covers, inScope, type TenantContext, todayOf } from '@sotay/kernel'
import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { fileRequest } from './schema'

/** Requests of whatever state within the actor's reach, without their own: nobody verifies their own file. */
export function decidableWithin(ctx: TenantContext): SQL | undefined {
  const scope = authorize(ctx, 'dossiers.decide')
  const own = ctx.actor.kind === 'member' ? ne(member.id, ctx.actor.memberId) : undefined
  return and(inRoster, own, inScope(unit.path, scope))
}

/** Those of them that wait to be decided. */
export const waitingWithin = (ctx: TenantContext): SQL | undefined =>
  and(eq(fileRequest.status, 'awaiting'), decidableWithin(ctx))

/**
 * Those of them that wait for this very actor: of the members of units where the office is held, and, one step below, of
 * cells that have no secretary but the one who asks.
 * Source: QN 10.1.2, 10.1.3
 */
export function waitingForActor(ctx: TenantContext): SQL | undefined {
  const within = waitingWithin(ctx)
  if (ctx.actor.kind !== 'member') return within
  const decides = authorize(ctx, 'dossiers.decide')
  const offices = ctx.actor.grants.filter(({ role, path }) => holds(ctx, role) && covers(decides, path))
  const ids = sql`any(string_to_array(${offices.map(({ unitId }) => unitId).join(',')}, ',')::uuid[])`
  const today = todayOf(ctx)
  // Columns are written out: a correlated subquery needs the names of the query around it.
  const secretary = sql`exists (
    select 1 from ${roleGrant} held
    where held.unit_id = ${unit.id} and held.role = 'cell_secretary' and held.member_id <> ${member.id}
      and held.valid_from <= ${today}::date and (held.valid_until is null or held.valid_until >= ${today}::date))`
  return and(within, sql`(${unit.id} = ${ids} or (${unit.parentId} = ${ids} and not ${secretary}))`)
}

function holds(ctx: TenantContext, role: string): boolean {
  const audience = ctx.config.access.get('dossiers.decide')
  return typeof audience === 'object' && [...audience].some((entry) => entry === role)
}
