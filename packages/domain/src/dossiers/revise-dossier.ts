import { audit, authorize, Conflict, inScope, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { unit } from '../organisation'
import { applyUpdates } from './apply-updates'
import { fieldClash } from './field-clash'
import { holdPerson } from './find-person'
import { type ReviseDossier, reviseDossierInput } from './inputs'
import { loadFile } from './load-file'
import { mergeTyped } from './merge-typed'
import { officerRights } from './officer-rights'

/**
 * Revises a file as the cell: the fields it keeps, and those of a member who has no account to ask with. Fields that
 * others changed meanwhile and this officer left alone stay theirs.
 * @throws NotFound outside the scope and for fields that are not the actor's to revise · Invalid by field · Conflict when
 * the file is the actor's own, the member has left, or another changed the same field
 * Source: QN 7.6
 */
export async function reviseDossier(ctx: TenantContext, input: ReviseDossier): Promise<{ changed: number }> {
  const scope = authorize(ctx, 'dossiers.keep')
  const { memberId, ...typed } = reviseDossierInput.parse(input)
  return transaction(ctx, async (tx) => {
    const person = await holdPerson(tx, memberId, inScope(unit.path, scope))
    if (person.leftOn !== null) throw new Conflict('members.has-left')
    const rights = await officerRights(tx, person)
    if (!rights.keep) throw new Conflict('dossiers.own-file')
    const file = await loadFile(tx, memberId)
    const { updates, collisions } = mergeTyped(tx, memberId, file.values, typed)
    for (const { sensitive, keptBy } of [...updates.map(({ field }) => field), ...collisions]) {
      if (sensitive && !rights.seeSensitive) throw new NotFound()
      if (keptBy === 'member' && !rights.keepForMember) throw new NotFound()
    }
    if (collisions.length > 0) throw fieldClash(tx, collisions, file.values)
    await applyUpdates(tx, file, updates)
    const fields = updates.map(({ field }) => field.key)
    if (fields.length > 0) audit(tx, 'dossiers.revised', { id: memberId }, { fields })
    return { changed: fields.length }
  })
}
