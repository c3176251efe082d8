import type { TransactionContext } from '@sotay/kernel'
import { recordMemberChanges } from '../members'
import { canonical, isSame } from './canonical'
import type { FileValues } from './field-type'
import { fieldOf } from './fields'
import { historyField } from './history-field'
import { type LoadedFile, loadFile } from './load-file'
import { type FieldUpdate, withUpdates } from './merge-typed'
import { dossier } from './schema'
import { closeValues, historyText } from './sealed-values'

/**
 * Writes changes into a file whose member's row is held: the values, a line of history for each field, and the mark of
 * verification taken off.
 * @param requestId the member's request they were approved under
 */
export async function applyUpdates(
  tx: TransactionContext,
  file: LoadedFile,
  wanted: readonly FieldUpdate[],
  requestId?: string,
): Promise<void> {
  const updates = wanted.filter(({ field, before, after }) => !isSame(field, before, after))
  if (updates.length === 0) return
  const { memberId } = file
  const row = {
    ...closeValues(tx, memberId, withUpdates(file.values, updates)),
    revision: file.revision + 1,
    verifiedAt: null,
    verifiedBy: null,
    updatedAt: tx.clock.now(),
  }
  await tx.db
    .insert(dossier)
    .values({ memberId, ...row })
    .onConflictDoUpdate({ target: dossier.memberId, set: row })
  const history = updates.map(({ field, before, after }) => ({
    field: historyField(field.key),
    before: historyText(tx, memberId, field, canonical(field, before)),
    after: historyText(tx, memberId, field, canonical(field, after)),
  }))
  await recordMemberChanges(tx, memberId, history, requestId)
}

/** Writes these fields over what stands; the others stay. The member's row is held. */
export async function writeValues(tx: TransactionContext, memberId: string, values: FileValues): Promise<void> {
  const file = await loadFile(tx, memberId)
  const updates = Object.entries(values).map(([key, after]) => ({
    field: fieldOf(key)!,
    before: file.values[key] ?? null,
    after,
  }))
  await applyUpdates(tx, file, updates)
}
