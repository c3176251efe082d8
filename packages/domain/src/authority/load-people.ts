import { Conflict, inScope, NotFound, type Scope, type TransactionContext } from '@sotay/kernel'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'

export interface Chosen {
  id: string
  fullName: string
  unitName: string
}

/**
 * The members of the roster that a right is about to be given to, held until the transaction ends, in one order whoever
 * asks.
 * @throws NotFound when one is outside the scope or has left · Conflict when one is the actor: nobody decides for themselves
 */
export async function loadPeople(tx: TransactionContext, scope: Scope, memberIds: string[]): Promise<Chosen[]> {
  const ids = [...new Set(memberIds)]
  const { actor } = tx
  if (actor.kind === 'member' && ids.includes(actor.memberId)) throw new Conflict('authority.own-role')
  const people = await tx.db
    .select({ id: member.id, fullName: member.fullName, unitName: unit.name })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(inArray(member.id, ids), inRoster, inScope(unit.path, scope)))
    .orderBy(asc(member.id))
    .for('update', { of: member })
  if (people.length !== ids.length) throw new NotFound()
  return people
}
