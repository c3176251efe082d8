import {
  audit,
  authorize,
  Conflict,
  Invalid,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { changedBy, departFromRoster, type Leaving, loadMember, type MemberLine } from '../members'
import { anyId } from './any-of'
import { applyRows, ofBatch, toTake } from './apply-rows'
import { type ResolveDifferences, resolveDifferencesInput } from './inputs'
import { holdBatch } from './load-batch'
import type { HeldBatch } from './lock-batch'
import { type DifferenceKind, importRow, type Resolution, reconciliationItem } from './schema'

const FITTING: Record<DifferenceKind, readonly Resolution[]> = {
  missing: ['added', 'kept', 'passed-up'],
  extra: ['removed', 'kept', 'passed-up'],
  different: ['taken-from-file', 'kept', 'passed-up'],
}
/** As many as one transaction settles. */
const MOST = 1_000

type Given = ReturnType<typeof resolveDifferencesInput.parse>
type Item = typeof reconciliationItem.$inferSelect

/**
 * Settles differences one by one or many at once: adds who is missing, takes what the file says, keeps what stands, takes
 * somebody off the roster, or passes it up. What the roster refuses by now stays open.
 * @returns how many were settled, how many could not be, and how many of the kind are left open
 * @throws NotFound outside the actor's scope · Conflict when the resolution does not fit, or everything chosen is settled
 * Source: CV 1
 */
export async function resolveDifferences(ctx: TenantContext, input: ResolveDifferences) {
  authorize(ctx, 'imports.manage')
  const given = resolveDifferencesInput.parse(input)
  const { batchId, kind, resolution } = given
  if (!FITTING[kind].includes(resolution)) throw new Conflict('imports.resolution-unfit')
  if (given.leftOn && given.leftOn > todayOf(ctx)) throw new Invalid({ leftOn: ['members.left-ahead'] })
  return transaction(ctx, async (tx) => {
    const held = await holdBatch(tx, batchId)
    if (held.purpose !== 'reconciliation' || held.status !== 'checked') throw new Conflict('imports.not-now')
    if (held.purgedAt) throw new Conflict('imports.purged')
    const items = await openItems(tx, given)
    if (items.length === 0) throw new Conflict('imports.none-open')
    const refused = await settle(tx, held, given, items)
    const settled = items.filter(({ id }) => !refused.has(id)).map(({ id }) => id)
    await tx.db
      .update(reconciliationItem)
      .set({ resolution, note: given.note || null, resolvedBy: changedBy(tx), resolvedAt: tx.clock.now() })
      .where(anyId(reconciliationItem.id, settled))
    audit(tx, 'imports.differences-resolved', { id: batchId }, { kind, resolution, settled: settled.length })
    return { settled: settled.length, refused: refused.size }
  })
}

const openItems = (tx: TransactionContext, { batchId, kind, all, itemIds }: Given) =>
  tx.db
    .select()
    .from(reconciliationItem)
    .where(
      and(
        eq(reconciliationItem.batchId, batchId),
        eq(reconciliationItem.kind, kind),
        isNull(reconciliationItem.resolution),
        all ? undefined : inArray(reconciliationItem.id, itemIds),
      ),
    )
    .orderBy(asc(reconciliationItem.id))
    .limit(MOST)

/** Does what the resolution says. @returns items the roster refused by now */
async function settle(
  tx: TransactionContext,
  held: HeldBatch,
  given: Given,
  items: readonly Item[],
): Promise<Set<string>> {
  if (given.resolution === 'removed') return removeAll(tx, held, given, items)
  if (given.resolution !== 'added' && given.resolution !== 'taken-from-file') return new Set()
  const rows = await tx.db
    .select()
    .from(importRow)
    .where(
      and(
        ofBatch(held.id),
        toTake,
        inArray(
          importRow.line,
          items.map(({ line }) => line!),
        ),
      ),
    )
  const taking = { batchId: held.id, unitPath: held.unitPath, by: changedBy(tx) }
  const taken = new Set(rows.map(({ line }) => line))
  for (const { line } of await applyRows(tx, taking, rows)) taken.delete(line)
  return new Set(items.filter(({ line }) => !taken.has(line!)).map(({ id }) => id))
}

async function removeAll(tx: TransactionContext, held: HeldBatch, { leaving, leftOn }: Given, items: readonly Item[]) {
  const refused = new Set<string>()
  for (const { id, memberId } of items) {
    const line = await loadMember(tx, { paths: [held.unitPath] }, memberId!).catch(() => undefined)
    if (!line || line.leftOn) refused.add(id)
    else if (!(await depart(tx, line, { on: leftOn!, leaving: leaving! }))) refused.add(id)
  }
  return refused
}

/** False where the day lies before the present membership began: refused before anything was written. */
const depart = (tx: TransactionContext, line: MemberLine, leave: { on: string; leaving: Leaving }): Promise<boolean> =>
  departFromRoster(tx, line, leave).then(
    () => true,
    (error) => {
      if (error instanceof Invalid) return false
      throw error
    },
  )
