import { audit, Conflict, type TransactionContext } from '@sotay/kernel'
import {
  type SectionKey,
  type SectionValue,
  sectionKeys,
  valueHash,
  type WrittenConfiguration,
} from '@sotay/tenant-config'
import { markOf } from './draft-mark'
import type { InForce } from './in-force'
import { loadInForce } from './in-force'
import { type DraftSection, holdDraft, keepSection, sectionValue } from './load-draft'

/** Makes the draft say what another configuration says, section by section. @returns the sections it changed */
export async function takeConfiguration(
  tx: TransactionContext,
  wanted: WrittenConfiguration,
  from: { source: string; seen?: string },
): Promise<SectionKey[]> {
  const { draft, sections } = await holdDraft(tx)
  if (from.seen !== undefined && from.seen !== markOf(sections)) throw new Conflict('settings.draft-changed')
  const inForce = await loadInForce(tx.db)
  const different = differing(inForce, sections, wanted)
  for (const section of different) {
    const before = sections.find((entry) => entry.section === section)
    const value = (wanted[section] ?? null) as SectionValue
    await keepSection(tx, draft.id, { section, value, inForce, before })
  }
  if (different.length > 0) audit(tx, 'settings.taken', draft, { source: from.source, sections: different })
  return different
}

/** Sections in which a configuration differs from the draft as it stands. */
const differing = (
  { written }: Pick<InForce, 'written'>,
  sections: DraftSection[],
  wanted: WrittenConfiguration,
): SectionKey[] =>
  sectionKeys.filter((section) => valueHash(wanted[section]) !== valueHash(sectionValue(written, sections, section)))
