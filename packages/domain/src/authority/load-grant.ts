import { NotFound, type TransactionContext } from '@sotay/kernel'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { unit } from '../organisation'
import { type Granting, reachedBy } from './granting'

/** Grants that are the actor's to end or change, held until the transaction ends; the others are left out. */
export async function loadGrants(tx: TransactionContext, granting: Granting, grantIds: string[]) {
  const rows = await tx.db
    .select({ grant: roleGrant, place: unit })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(and(inArray(roleGrant.id, grantIds)))
    .orderBy(asc(roleGrant.id))
    .for('update', { of: roleGrant })
  return rows.filter(({ grant, place }) => reachedBy(tx, granting, grant.role, place))
}

/** @throws NotFound when there is no such grant, or it is not the actor's */
export async function loadGrant(tx: TransactionContext, granting: Granting, grantId: string) {
  const [found] = await loadGrants(tx, granting, [grantId])
  if (!found) throw new NotFound()
  return found
}
