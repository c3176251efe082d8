import { newId, type TransactionContext, todayOf } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { takeInFile, unpackFile } from '../dossiers'
import { loadMeetingPlace, member, membership, recordMemberChanges } from '../members'
import { openArriving } from './arriving'
import type { TransferRow } from './places'
import { assertNewCard } from './receive-transfer'
import { recordStep } from './record-step'
import type { PersonFields } from './signed-file'

/**
 * Puts somebody from another province on the roster of the cell from today on, probationary or full as they were. Who was
 * here before and left comes back to their own line. The file that came along becomes theirs, for the cell to verify.
 * @throws Conflict when the cell has ended or the card came onto the roster meanwhile
 */
export async function takeIn(tx: TransactionContext, found: TransferRow): Promise<void> {
  const { id, toUnitId } = found
  const on = todayOf(tx)
  await loadMeetingPlace(tx, toUnitId!, on)
  const arriving = openArriving(tx, found)
  if (!arriving) throw new Error(`transfer ${id} brings nobody`)
  const { person: fields, file } = arriving
  await assertNewCard(tx, fields.cardNumber)
  const memberId = (await comeBack(tx, fields, toUnitId!)) ?? (await arrive(tx, fields, toUnitId!))
  await tx.db
    .insert(membership)
    .values({ id: newId(), memberId, unitId: toUnitId!, kind: 'primary', validFrom: on, cause: id })
  await takeInFile(tx, memberId, unpackFile(tx, file))
  await recordStep(tx, id, 'effective', { set: { memberId, effectiveOn: on, person: null } })
}

async function arrive(tx: TransactionContext, fields: PersonFields, unitId: string): Promise<string> {
  const id = newId()
  await tx.db.insert(member).values({ id, unitId, createdAt: tx.clock.now(), ...fields })
  await recordMemberChanges(tx, id, [{ field: 'unitId', before: null, after: unitId }])
  return id
}

async function comeBack(tx: TransactionContext, fields: PersonFields, unitId: string): Promise<string | undefined> {
  const [left] = await tx.db
    .select({ id: member.id, unitId: member.unitId, leftOn: member.leftOn, revision: member.revision })
    .from(member)
    .where(eq(member.cardNumber, fields.cardNumber))
    .for('update')
  if (!left) return undefined
  await tx.db
    .update(member)
    .set({ ...fields, unitId, leftOn: null, leaving: null, revision: left.revision + 1 })
    .where(eq(member.id, left.id))
  await recordMemberChanges(tx, left.id, [
    { field: 'unitId', before: left.unitId, after: unitId },
    { field: 'leftOn', before: left.leftOn, after: null },
  ])
  return left.id
}
