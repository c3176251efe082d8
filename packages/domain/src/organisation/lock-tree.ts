import type { TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'

const key = sql`hashtextextended('tree:' || current_schema(), 0)`

/**
 * Lets one transaction at a time change the tree. It must be the first statement: a statement's snapshot is older than
 * a lock it waits for, so what the other left is seen only by those after it.
 */
export async function lockTree(tx: TransactionContext): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(${key})`)
}

/** Keeps the tree as it is until the transaction ends, beside others that do the same. */
export async function holdTree(tx: TransactionContext): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock_shared(${key})`)
}
