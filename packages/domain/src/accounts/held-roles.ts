import { newId, type TransactionContext, todayOf } from '@sotay/kernel'
import { and, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { decider } from './decision'
import { account, roleGrant, session } from './schema'

export type HeldRole = typeof roleGrant.$inferSelect
export type GivenRole = Pick<HeldRole, 'memberId' | 'role' | 'unitId' | 'validFrom' | 'validUntil'> &
  Partial<Pick<HeldRole, 'source' | 'sourceId' | 'decisionId'>>

/**
 * Gives roles as part of a larger act that has decided that they may be given. Who gets one must sign in anew, since it
 * may ask for a second factor.
 */
export async function giveRoles(tx: TransactionContext, given: GivenRole[]): Promise<HeldRole[]> {
  if (given.length === 0) return []
  const rows = given.map((role) => ({ id: newId(), grantedBy: decider(tx), ...role }))
  const held = await tx.db.insert(roleGrant).values(rows).returning()
  await renewSessions(tx, held)
  return held
}

/**
 * Takes away, from the next request on, those of the roles that are in force or to come: their last day was yesterday.
 * One that had not begun by then ends before it began, which is how a cancelled one is told. Sessions end with it.
 */
export async function takeRoles(tx: TransactionContext, which: SQL | undefined): Promise<HeldRole[]> {
  const today = todayOf(tx)
  const taken = await tx.db
    .update(roleGrant)
    .set({ validUntil: sql`${today}::date - 1`, endedBy: decider(tx) })
    .where(and(which, or(isNull(roleGrant.validUntil), gte(roleGrant.validUntil, today))))
    .returning()
  await renewSessions(tx, taken)
  return taken
}

const renewSessions = (tx: TransactionContext, held: HeldRole[]): Promise<void> =>
  signOutMembers(tx, [...new Set(held.map((role) => role.memberId))])

/** Ends every session of these members, as part of a larger act. */
export async function signOutMembers(tx: TransactionContext, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return
  const accounts = tx.db
    .select({ id: account.id })
    .from(account)
    .where(inArray(account.memberId, [...memberIds]))
  await tx.db.delete(session).where(inArray(session.accountId, accounts))
}
