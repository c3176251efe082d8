import {
  audit,
  authorize,
  Conflict,
  inScope,
  isId,
  NotFound,
  type Scope,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { changedBy } from './record-changes'
import { recordLines } from './record-lines'
import { member, type RosterActionKind, type RosterLineBefore, rosterAction } from './schema'

export interface DoneAction {
  id: string
  kind: RosterActionKind
  madeAt: Date
  undoneAt: Date | null
  lines: number
}

const done = {
  id: rosterAction.id,
  kind: rosterAction.kind,
  madeAt: rosterAction.madeAt,
  undoneAt: rosterAction.undoneAt,
  lines: sql<number>`jsonb_array_length(${rosterAction.before})`,
}
const RECENT = 20

/** The actor's own bulk acts, newest first. */
export async function listRosterActions(ctx: TenantContext): Promise<DoneAction[]> {
  authorize(ctx, 'members.manage')
  return ctx.db
    .select(done)
    .from(rosterAction)
    .where(eq(rosterAction.madeBy, changedBy(ctx)))
    .orderBy(desc(rosterAction.madeAt))
    .limit(RECENT)
}

/**
 * Undoes a bulk act as a whole.
 * @throws NotFound when it is not the actor's own or a line has left the scope · Conflict when it was undone already, or a
 * line was changed since: whose is said
 */
export async function undoRosterAction(
  ctx: TenantContext,
  { actionId }: { actionId: string },
): Promise<{ lines: number }> {
  const scope = authorize(ctx, 'members.manage')
  if (!isId(actionId)) throw new NotFound()
  return transaction(ctx, async (tx) => {
    const [action] = await tx.db
      .select()
      .from(rosterAction)
      .where(and(eq(rosterAction.id, actionId), eq(rosterAction.madeBy, changedBy(tx))))
      .for('update')
    if (!action) throw new NotFound()
    if (action.undoneAt) throw new Conflict('members.undone-already')
    const rows = await loadLines(tx, scope, action.before)
    await recordLines(tx, rows)
    await tx.db.update(rosterAction).set({ undoneAt: tx.clock.now() }).where(eq(rosterAction.id, actionId))
    audit(tx, 'members.undone-many', action, { act: action.kind, count: rows.length })
    return { lines: rows.length }
  })
}

/** The lines as they stand, held, each with what it goes back to. */
async function loadLines(tx: TransactionContext, scope: Scope, before: readonly RosterLineBefore[]) {
  const ids = before.map(({ id }) => id)
  const rows = await tx.db
    .select({ row: member })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(inArray(member.id, ids), inScope(unit.path, scope)))
    .orderBy(member.id)
    .for('update', { of: member })
  if (rows.length !== before.length) throw new NotFound()
  const then = new Map(before.map((line) => [line.id, line]))
  const edited = rows.filter(({ row }) => row.revision !== then.get(row.id)!.revision)
  if (edited.length > 0) {
    const names = edited.slice(0, NAMED).map(({ row }) => row.fullName)
    throw new Conflict('members.edited-since', { names: names.join(', '), count: edited.length })
  }
  return rows.map(({ row }) => {
    const line = then.get(row.id)!
    const to = {
      status: line.status,
      confirmedOn: line.confirmed_on,
      probationEndsOn: line.probation_ends_on,
      exemptFrom: line.exempt_from,
      exemptUntil: line.exempt_until,
    }
    return { row, to }
  })
}

/** Names that a sentence can bear. */
const NAMED = 5
