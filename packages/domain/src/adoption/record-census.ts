import {
  audit,
  authorize,
  Conflict,
  covers,
  NotFound,
  newId,
  type Scope,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { changedBy, inRoster, member } from '../members'
import { unit } from '../organisation'
import { type RecordCensus, recordCensusInput, type UndoCensus, undoCensusInput } from './inputs'
import { rulesOf } from './rules'
import { type SmartphoneChange, smartphone, smartphoneCensus } from './schema'

const truth = { yes: true, no: false, unknown: null } as const

/**
 * Records who of a cell has a smartphone, for all of its members at once; what did not change is left as it is.
 * @returns how many changed, and what the saving is undone by
 * @throws NotFound outside the actor's scope, and when somebody named is not of the unit
 * Source: CV 1; ĐX III
 */
export async function recordCensus(
  ctx: TenantContext,
  input: RecordCensus,
): Promise<{ id: string | null; changed: number }> {
  const scope = authorize(ctx, 'adoption.census')
  rulesOf(ctx)
  const { unitId, answers, rest } = recordCensusInput.parse(input)
  return transaction(ctx, async (tx) => {
    const known = await loadCell(tx, scope, unitId)
    const asked = new Map(answers.map(({ memberId, has }) => [memberId, truth[has]]))
    if ([...asked.keys()].some((memberId) => !known.has(memberId))) throw new NotFound()
    const changes: SmartphoneChange[] = []
    for (const [memberId, before] of known) {
      const said = asked.has(memberId) ? asked.get(memberId)! : before
      const after = said ?? (rest ? truth[rest] : null)
      if (after !== before) changes.push({ memberId, before, after })
    }
    if (changes.length === 0) return { id: null, changed: 0 }
    await apply(
      tx,
      changes.map(({ memberId, after }) => ({ memberId, has: after })),
    )
    const id = newId()
    await tx.db.insert(smartphoneCensus).values({ id, unitId, changes, madeBy: changedBy(tx), madeAt: tx.clock.now() })
    audit(tx, 'adoption.census-recorded', { id }, { unitId, changed: changes.length })
    return { id, changed: changes.length }
  })
}

/**
 * Undoes one saving; what somebody changed after it stays as they left it.
 * @throws NotFound outside the actor's scope · Conflict when it was undone already
 */
export async function undoCensus(ctx: TenantContext, input: UndoCensus): Promise<{ restored: number; unitId: string }> {
  const scope = authorize(ctx, 'adoption.census')
  const { censusId } = undoCensusInput.parse(input)
  return transaction(ctx, async (tx) => {
    const [saved] = await tx.db.select().from(smartphoneCensus).where(eq(smartphoneCensus.id, censusId)).for('update')
    if (!saved) throw new NotFound()
    const known = await loadCell(tx, scope, saved.unitId)
    if (saved.undoneAt) throw new Conflict('adoption.undone-already')
    const back = saved.changes.filter(({ memberId, after }) => known.get(memberId) === after)
    await apply(
      tx,
      back.map(({ memberId, before }) => ({ memberId, has: before })),
    )
    await tx.db.update(smartphoneCensus).set({ undoneAt: tx.clock.now() }).where(eq(smartphoneCensus.id, censusId))
    audit(tx, 'adoption.census-undone', { id: censusId }, { unitId: saved.unitId, restored: back.length })
    return { restored: back.length, unitId: saved.unitId }
  })
}

/** What is known of a unit's members, held until the transaction ends. */
async function loadCell(tx: TransactionContext, scope: Scope, unitId: string): Promise<Map<string, boolean | null>> {
  const [place] = await tx.db.select({ path: unit.path }).from(unit).where(eq(unit.id, unitId)).for('no key update')
  if (!place || !covers(scope, place.path)) throw new NotFound()
  const rows = await tx.db
    .select({ id: member.id, has: smartphone.has })
    .from(member)
    .leftJoin(smartphone, eq(smartphone.memberId, member.id))
    .where(and(eq(member.unitId, unitId), inRoster))
  return new Map(rows.map(({ id, has }) => [id, has]))
}

async function apply(tx: TransactionContext, said: { memberId: string; has: boolean | null }[]): Promise<void> {
  const unknown = said.filter(({ has }) => has === null).map(({ memberId }) => memberId)
  if (unknown.length > 0) await tx.db.delete(smartphone).where(inArray(smartphone.memberId, unknown))
  const rows = said.flatMap(({ memberId, has }) =>
    has === null ? [] : [{ memberId, has, recordedBy: changedBy(tx), recordedAt: tx.clock.now() }],
  )
  if (rows.length === 0) return
  await tx.db
    .insert(smartphone)
    .values(rows)
    .onConflictDoUpdate({
      target: smartphone.memberId,
      set: { has: sql`excluded.has`, recordedBy: sql`excluded.recorded_by`, recordedAt: sql`excluded.recorded_at` },
    })
}
