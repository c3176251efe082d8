import { audit, authorize, Conflict, inScope, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { unit } from '../organisation'
import { holdPerson, isSelf } from './find-person'
import { type VerifyDossier, verifyDossierInput } from './inputs'
import { loadFile } from './load-file'
import { dossier } from './schema'

/**
 * Marks a file as compared with the papers and found true. Any later change takes the mark off.
 * @param input `revision` is the one that was looked at
 * @throws NotFound outside the scope · Conflict when it is the actor's own, is empty, or changed since it was looked at
 * Source: QN 10.1.2
 */
export async function verifyDossier(ctx: TenantContext, input: VerifyDossier): Promise<void> {
  const scope = authorize(ctx, 'dossiers.decide')
  const { memberId, revision } = verifyDossierInput.parse(input)
  await transaction(ctx, async (tx) => {
    const person = await holdPerson(tx, memberId, inScope(unit.path, scope))
    if (isSelf(tx, memberId)) throw new Conflict('dossiers.own-file')
    if (person.leftOn !== null) throw new Conflict('members.has-left')
    const file = await loadFile(tx, memberId)
    if (file.revision !== revision) throw new Conflict('dossiers.file-moved')
    await tx.db
      .update(dossier)
      .set({ verifiedAt: tx.clock.now(), verifiedBy: changedBy(tx) })
      .where(eq(dossier.memberId, memberId))
    audit(tx, 'dossiers.verified', { id: memberId }, { revision })
  })
}
