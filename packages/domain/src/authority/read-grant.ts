import { authorize, inScope, isId, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { and, desc, eq } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { member } from '../members'
import { decision, unit } from '../organisation'
import { grantingOf, reachedBy } from './granting'
import { type GrantLine, line, stateOf } from './list-grants'

/**
 * One role with what the person held before and holds besides in the actor's part of the tree, newest first.
 * @throws NotFound outside the actor's scope
 */
export async function readGrant(ctx: TenantContext, { grantId }: { grantId: string }) {
  const scope = authorize(ctx, 'authority.read')
  const granting = grantingOf(ctx)
  if (!isId(grantId)) throw new NotFound()
  const rows = () =>
    ctx.db
      .select({ ...line, place: { kind: unit.kind, level: unit.level, path: unit.path } })
      .from(roleGrant)
      .innerJoin(member, eq(member.id, roleGrant.memberId))
      .innerJoin(unit, eq(unit.id, roleGrant.unitId))
      .leftJoin(decision, eq(decision.id, roleGrant.decisionId))
  const [found] = await rows().where(and(eq(roleGrant.id, grantId), inScope(unit.path, scope)))
  if (!found) throw new NotFound()
  const all = await rows()
    .where(and(eq(roleGrant.memberId, found.memberId), inScope(unit.path, scope)))
    .orderBy(desc(roleGrant.validFrom), desc(roleGrant.id))
    .limit(50)
  const today = todayOf(ctx)
  const shown = ({ place: _, ...row }: typeof found): GrantLine => ({ ...row, state: stateOf(row, today) })
  const grant = shown(found)
  const own = found.source === 'direct' || found.source === 'approval'
  const standing = grant.state === 'current' || grant.state === 'planned'
  const changeable = own && standing && reachedBy(ctx, granting, found.role, found.place)
  return { grant, changeable, others: all.filter((row) => row.id !== grantId).map(shown) }
}
