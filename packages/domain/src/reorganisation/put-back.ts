import { sqlState } from '@sotay/db'
import { Conflict, type TransactionContext } from '@sotay/kernel'
import { eq, inArray, sql } from 'drizzle-orm'
import { insertVersions, settleUnits, unit, unitVersion } from '../organisation'
import { assertTree, sameNames } from './assert-tree'
import type { StoredPlan } from './perform-change'

/**
 * Makes the tree what it would be without a change on which nothing is built.
 * @throws Conflict when the tree has no place for that by now
 */
export async function putBack(tx: TransactionContext, changeId: string, plan: StoredPlan): Promise<void> {
  const taken = await tx.db
    .delete(unitVersion)
    .where(eq(unitVersion.openedBy, changeId))
    .returning({ unitId: unitVersion.unitId, validUntil: unitVersion.validUntil, closedBy: unitVersion.closedBy })
  // A state the change had cut in two goes on until where its second half would have ended, by what would have ended it.
  const reopened = await tx.db.execute<{ id: string }>(sql`
    update ${unitVersion} set valid_until = taken."validUntil", closed_by = taken."closedBy"
    from ${unitVersion} self left join json_to_recordset(${JSON.stringify(taken)}::text::json)
      as taken ("unitId" uuid, "validUntil" date, "closedBy" uuid) on taken."unitId" = self.unit_id
    where unit_version.closed_by = ${changeId} and unit_version.id = self.id
    returning unit_version.id`)
  await insertVersions(tx, plan.replaced)
  const altered = [...reopened, ...plan.replaced].map(({ id }) => id)
  await assertTree(tx, { changeId, altered })
  const [double] = await sameNames(tx, { changeId, altered }, plan.unitIds)
  if (double) throw new Conflict('reorganisation.same-name', double)
  await settleUnits(tx)
  await removeCreated(tx, plan.created)
}

// What refers to a unit by now, such as a transfer into it, keeps it: the database says so.
async function removeCreated(tx: TransactionContext, created: string[]): Promise<void> {
  if (created.length === 0) return
  const named = await tx.db.delete(unit).where(inArray(unit.id, created)).returning({ id: unit.id }).catch(refuseUsed)
  if (named.length < created.length) throw new Conflict('reorganisation.not-planned')
}

function refuseUsed(error: unknown): never {
  if (sqlState(error) === '23503') throw new Conflict('reorganisation.made-use-of')
  throw error
}
