import type { TenantDb } from '@sotay/db'
import { newId, type TransactionContext } from '@sotay/kernel'
import { type SectionKey, type SectionValue, valueHash, type WrittenConfiguration } from '@sotay/tenant-config'
import { and, eq } from 'drizzle-orm'
import { decider } from '../accounts'
import type { InForce } from './in-force'
import { configurationDraft, configurationDraftSection } from './schema'

export type Draft = typeof configurationDraft.$inferSelect
export type DraftSection = typeof configurationDraftSection.$inferSelect

/** The open draft, if there is one, with its sections. */
export async function loadOpenDraft(db: TenantDb): Promise<{ draft: Draft; sections: DraftSection[] } | undefined> {
  const rows = await db
    .select({ draft: configurationDraft, section: configurationDraftSection })
    .from(configurationDraft)
    .leftJoin(configurationDraftSection, eq(configurationDraftSection.draftId, configurationDraft.id))
    .where(eq(configurationDraft.status, 'open'))
    .orderBy(configurationDraftSection.section)
  const draft = rows[0]?.draft
  return draft && { draft, sections: rows.flatMap(({ section }) => section ?? []) }
}

/** The open draft, made when there is none, held against others until the transaction ends. */
export async function holdDraft(tx: TransactionContext): Promise<{ draft: Draft; sections: DraftSection[] }> {
  const lock = () => tx.db.select().from(configurationDraft).where(eq(configurationDraft.status, 'open')).for('update')
  let [draft] = await lock()
  if (!draft) {
    const opened = { id: newId(), status: 'open' as const, openedAt: tx.clock.now(), openedBy: decider(tx) }
    await tx.db.insert(configurationDraft).values(opened).onConflictDoNothing()
    draft = (await lock())[0]
  }
  if (!draft) throw new Error('no draft could be opened')
  return { draft, sections: await loadSections(tx.db, draft.id) }
}

export const loadSections = (db: TenantDb, draftId: string): Promise<DraftSection[]> =>
  db.select().from(configurationDraftSection).where(eq(configurationDraftSection.draftId, draftId))

/** The section's value as a draft stands, else as it is in force; null where there is no such section. */
export function sectionValue(
  written: WrittenConfiguration,
  sections: DraftSection[],
  section: SectionKey,
): SectionValue {
  const own = sections.find((entry) => entry.section === section)
  return own ? own.value : ((written[section] ?? null) as SectionValue)
}

/** The whole as a draft would have it. */
export function drafted(written: WrittenConfiguration, sections: readonly DraftSection[]): WrittenConfiguration {
  const whole: Record<string, unknown> = { ...written }
  for (const { section, value } of sections) {
    if (value === null) delete whole[section]
    else whole[section] = value
  }
  return whole as WrittenConfiguration
}

export const baseHash = ({ written }: Pick<InForce, 'written'>, section: SectionKey): string =>
  valueHash(written[section])

/** Sections that somebody else changed in force since they were drafted. */
export const clashing = (inForce: Pick<InForce, 'written'>, sections: readonly DraftSection[]): SectionKey[] =>
  sections.filter((entry) => entry.baseHash !== baseHash(inForce, entry.section)).map(({ section }) => section)

/** Keeps a section in the draft, or lets go of it where it says what is in force anyway. */
export async function keepSection(
  tx: TransactionContext,
  draftId: string,
  {
    section,
    value,
    inForce,
    before,
  }: { section: SectionKey; value: SectionValue; inForce: InForce; before?: DraftSection },
): Promise<void> {
  const base = baseHash(inForce, section)
  const row = and(eq(configurationDraftSection.draftId, draftId), eq(configurationDraftSection.section, section))
  if (valueHash(value) === base) {
    await tx.db.delete(configurationDraftSection).where(row)
    return
  }
  const edited = { value, version: (before?.version ?? 0) + 1, editedBy: decider(tx), editedAt: tx.clock.now() }
  const fresh = { draftId, section, baseHash: before?.baseHash ?? base, ...edited }
  await tx.db
    .insert(configurationDraftSection)
    .values(fresh)
    .onConflictDoUpdate({
      target: [configurationDraftSection.draftId, configurationDraftSection.section],
      set: edited,
    })
}
