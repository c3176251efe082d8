import type { TransactionContext } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { recordMemberChanges } from './record-changes'
import { member } from './schema'

type Row = typeof member.$inferSelect
type Changeable =
  | 'unitId'
  | 'status'
  | 'confirmedOn'
  | 'probationEndsOn'
  | 'exemptFrom'
  | 'exemptUntil'
  | 'leftOn'
  | 'leaving'

/** Writes new values of a line that is held, and their history. */
export async function changeLine(
  tx: TransactionContext,
  held: Pick<Row, 'id' | Changeable>,
  to: Partial<Pick<Row, Changeable>>,
): Promise<void> {
  await tx.db
    .update(member)
    .set({ ...to, revision: sql`${member.revision} + 1` })
    .where(eq(member.id, held.id))
  const fields = Object.keys(to) as Changeable[]
  const changes = fields.map((field) => ({ field, before: held[field], after: to[field] ?? null }))
  await recordMemberChanges(tx, held.id, changes)
}
