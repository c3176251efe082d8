import { authorize, type TenantContext } from '@sotay/kernel'
import { readWritten, type SectionKey } from '@sotay/tenant-config'
import { asc, inArray } from 'drizzle-orm'
import { type InForce, loadInForce } from './in-force'
import { clashing, type DraftSection, drafted, loadOpenDraft } from './load-draft'
import { peopleNamed } from './people-named'
import { sentence } from './rule-sentence'
import { configurationDraft } from './schema'
import { ownSections } from './sections'

export interface SectionState {
  section: SectionKey
  /** The actor may change it. */
  own: boolean
  /** Who drafted it last, and when; nothing where it is as in force. */
  drafted: { by: string | null; at: Date } | null
  clash: boolean
}

export interface WaitingPublication {
  id: string
  effectiveOn: string
  reason: string
  by: string | null
  /** Code of what stood against it. */
  failure: string | null
}

/** Every section with what is drafted, what is wrong with the draft as a whole, and what waits for its day. */
export async function readOverview(ctx: TenantContext) {
  authorize(ctx, 'settings.read')
  const [inForce, open, waiting] = await Promise.all([loadInForce(ctx.db), loadOpenDraft(ctx.db), waitingDrafts(ctx)])
  const sections = open?.sections ?? []
  const own = new Set(ownSections(ctx))
  const names = await peopleNamed(ctx, [
    ...sections.map(({ editedBy }) => editedBy),
    ...waiting.map(({ decidedBy }) => decidedBy ?? ''),
  ])
  const clashes = clashing(inForce, sections)
  return {
    revision: inForce.revision,
    sections: [...own, ...sections.map(({ section }) => section).filter((section) => !own.has(section))].map(
      (section): SectionState => {
        const entry = sections.find((one) => one.section === section)
        return {
          section,
          own: own.has(section),
          drafted: entry ? { by: names.get(entry.editedBy) ?? null, at: entry.editedAt } : null,
          clash: clashes.includes(section),
        }
      },
    ),
    findings: findingsOf(inForce, sections),
    waiting: waiting.map(
      ({ id, effectiveOn, reason, decidedBy, failure }): WaitingPublication => ({
        id,
        effectiveOn: effectiveOn ?? '',
        reason: reason ?? '',
        by: names.get(decidedBy ?? '') ?? null,
        failure,
      }),
    ),
  }
}

const waitingDrafts = ({ db }: TenantContext) =>
  db
    .select()
    .from(configurationDraft)
    .where(inArray(configurationDraft.status, ['scheduled', 'failed']))
    .orderBy(asc(configurationDraft.effectiveOn))

export interface SectionFinding {
  section: string
  sentence: string
}

/** What stands against publishing the draft, in sentences. */
export function findingsOf({ written }: InForce, sections: readonly DraftSection[]): SectionFinding[] {
  if (sections.length === 0) return []
  return readWritten(drafted(written, sections)).findings.map((finding) => ({
    section: String(finding.path[0] ?? ''),
    sentence: sentence(finding),
  }))
}
