import { audit, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { valueHash } from '@sotay/tenant-config'
import { and, eq } from 'drizzle-orm'
import { loadInForce } from './in-force'
import { type SectionReference, type SettleClash, sectionInput, settleClashInput } from './inputs'
import { baseHash, holdDraft, keepSection } from './load-draft'
import { configurationDraftSection } from './schema'
import { authorizeSection } from './sections'

/** Lets go of what the draft says of a section: what is in force stays. @throws NotFound for one the actor may not change */
export async function discardSection(ctx: TenantContext, input: SectionReference): Promise<void> {
  const section = authorizeSection(ctx, sectionInput.parse(input).section)
  await transaction(ctx, async (tx) => {
    const { draft } = await holdDraft(tx)
    await tx.db
      .delete(configurationDraftSection)
      .where(and(eq(configurationDraftSection.draftId, draft.id), eq(configurationDraftSection.section, section)))
    audit(tx, 'settings.discarded', draft, { section })
  })
}

/**
 * Keeps the draft's words for a section that changed in force meanwhile, after somebody looked at both.
 * @throws NotFound for one the actor may not change · Conflict when what is in force changed once more
 */
export async function settleClash(ctx: TenantContext, input: SettleClash): Promise<void> {
  const { section: name, seen } = settleClashInput.parse(input)
  const section = authorizeSection(ctx, name)
  await transaction(ctx, async (tx) => {
    const { draft, sections } = await holdDraft(tx)
    const inForce = await loadInForce(tx.db)
    if (valueHash(inForce.written[section]) !== seen) throw new Conflict('settings.changed-meanwhile')
    const before = sections.find((entry) => entry.section === section)
    if (!before) return
    const settled = { ...before, baseHash: baseHash(inForce, section) }
    await keepSection(tx, draft.id, { section, value: before.value, inForce, before: settled })
    await tx.db
      .update(configurationDraftSection)
      .set({ baseHash: settled.baseHash })
      .where(and(eq(configurationDraftSection.draftId, draft.id), eq(configurationDraftSection.section, section)))
    audit(tx, 'settings.clash-settled', draft, { section })
  })
}
