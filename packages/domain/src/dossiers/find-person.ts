import { isId, NotFound, type TenantContext, type TransactionContext } from '@sotay/kernel'
import { and, eq, type SQL } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'

/** What the roster's line and the tree say of whose file it is. */
const columns = {
  id: member.id,
  fullName: member.fullName,
  cardNumber: member.cardNumber,
  gender: member.gender,
  birthDate: member.birthDate,
  status: member.status,
  admittedOn: member.admittedOn,
  confirmedOn: member.confirmedOn,
  leftOn: member.leftOn,
  photoKey: member.photoKey,
  unitId: unit.id,
  unitName: unit.name,
  unitPath: unit.path,
  parentId: unit.parentId,
}
export type Person = Awaited<ReturnType<typeof findPerson>>

const select = ({ db }: Pick<TenantContext, 'db'>, memberId: string, where?: SQL) =>
  db
    .select(columns)
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(member.id, memberId), where))

/** @throws NotFound where the condition does not hold */
export async function findPerson(ctx: Pick<TenantContext, 'db'>, memberId: string, where?: SQL) {
  if (!isId(memberId)) throw new NotFound()
  const [found] = await select(ctx, memberId, where)
  if (!found) throw new NotFound()
  return found
}

/** The same, with the member's row held until the transaction ends: acts on one file come one after another. */
export async function holdPerson(tx: TransactionContext, memberId: string, where?: SQL): Promise<Person> {
  if (!isId(memberId)) throw new NotFound()
  const [found] = await select(tx, memberId, where).for('update', { of: member })
  if (!found) throw new NotFound()
  return found
}

/** The signed-in member's own row, held. @throws NotFound for who is no member */
export const holdSelf = (tx: TransactionContext): Promise<Person> => holdPerson(tx, selfOf(tx), inRoster)

export function selfOf({ actor }: Pick<TenantContext, 'actor'>): string {
  if (actor.kind !== 'member') throw new NotFound()
  return actor.memberId
}

export const isSelf = ({ actor }: Pick<TenantContext, 'actor'>, memberId: string): boolean =>
  actor.kind === 'member' && actor.memberId === memberId
