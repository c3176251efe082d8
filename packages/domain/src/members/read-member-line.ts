import {
  authorize,
  inScope,
  isId,
  NotFound,
  type Scope,
  type TenantContext,
  type TransactionContext,
} from '@sotay/kernel'
import { and, eq, getTableColumns } from 'drizzle-orm'
import { unit } from '../organisation'
import { member } from './schema'

const line = { ...getTableColumns(member), unitName: unit.name, unitPath: unit.path, unitKind: unit.kind }

/** A member's line of the roster with the cell it stands in; the last one of somebody who left. */
export type MemberLine = NonNullable<Awaited<ReturnType<typeof find>>>

const find = async (ctx: Pick<TenantContext, 'db'>, scope: Scope, memberId: string) => {
  const [found] = await ctx.db
    .select(line)
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(member.id, memberId), inScope(unit.path, scope)))
  return found
}

/**
 * One line of the roster, of people who left too.
 * @throws NotFound when the member is outside the actor's scope
 */
export async function readMemberLine(ctx: TenantContext, { memberId }: { memberId: string }): Promise<MemberLine> {
  const scope = authorize(ctx, 'members.read')
  if (!isId(memberId)) throw new NotFound()
  const found = await find(ctx, scope, memberId)
  if (!found) throw new NotFound()
  return found
}

/** A member within the scope, held until the transaction ends. @throws NotFound outside it */
export async function loadMember(tx: TransactionContext, scope: Scope, memberId: string): Promise<MemberLine> {
  const [found] = await tx.db
    .select(line)
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(member.id, memberId), inScope(unit.path, scope)))
    .for('update', { of: member })
  if (!found) throw new NotFound()
  return found
}
