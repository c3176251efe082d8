import { audit, authorize, Conflict, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, inArray } from 'drizzle-orm'
import { type DraftReference, draftInput } from './inputs'
import { holdDraft, loadSections } from './load-draft'
import { configurationDraft, configurationDraftSection } from './schema'

/**
 * Takes a publication that waits for its day, or failed on it, back into the open draft.
 * @throws NotFound when it does not wait · Conflict when the open draft changes one of the same sections
 */
export async function cancelPublication(ctx: TenantContext, input: DraftReference): Promise<void> {
  authorize(ctx, 'settings.manage')
  const { draftId } = draftInput.parse(input)
  await transaction(ctx, async (tx) => {
    const waits = and(eq(configurationDraft.id, draftId), inArray(configurationDraft.status, ['scheduled', 'failed']))
    const [planned] = await tx.db.select().from(configurationDraft).where(waits).for('update')
    if (!planned) throw new NotFound()
    const { draft, sections } = await holdDraft(tx)
    const back = await loadSections(tx.db, draftId)
    if (back.some(({ section }) => sections.some((open) => open.section === section)))
      throw new Conflict('settings.draft-in-the-way')
    await tx.db
      .update(configurationDraftSection)
      .set({ draftId: draft.id })
      .where(eq(configurationDraftSection.draftId, draftId))
    await tx.db.delete(configurationDraft).where(eq(configurationDraft.id, draftId))
    audit(tx, 'settings.schedule-cancelled', planned, { effectiveOn: planned.effectiveOn })
  })
}
