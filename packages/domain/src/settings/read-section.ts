import type { TenantContext } from '@sotay/kernel'
import { readWritten, type SectionValue, valueHash, type WrittenConfiguration } from '@sotay/tenant-config'
import { loadInForce } from './in-force'
import { type SectionReference, sectionInput } from './inputs'
import { clashing, drafted, loadOpenDraft, sectionValue } from './load-draft'
import { peopleNamed } from './people-named'
import { sentence } from './rule-sentence'
import { authorizeSection } from './sections'

/**
 * A section as drafted, beside the whole that it is drafted in.
 * @throws NotFound for one the actor may not change
 */
export async function readSection(ctx: TenantContext, input: SectionReference) {
  const section = authorizeSection(ctx, sectionInput.parse(input).section)
  const [inForce, open] = await Promise.all([loadInForce(ctx.db), loadOpenDraft(ctx.db)])
  const sections = open?.sections ?? []
  const entry = sections.find((one) => one.section === section)
  const names = await peopleNamed(ctx, [entry?.editedBy ?? ''])
  const whole = drafted(inForce.written, sections)
  return {
    section,
    value: sectionValue(inForce.written, sections, section),
    inForce: (inForce.written[section] ?? null) as SectionValue,
    inForceHash: valueHash(inForce.written[section]),
    drafted: entry ? { by: names.get(entry.editedBy) ?? null, at: entry.editedAt } : null,
    clash: clashing(inForce, sections).includes(section),
    /** The configuration as drafted, for choices that other sections offer. */
    whole: whole as WrittenConfiguration,
    calendar: inForce.configuration.calendar,
    findings: readWritten(whole)
      .findings.filter(({ path }) => path[0] === section)
      .map(sentence),
  }
}
export type ReadSection = Awaited<ReturnType<typeof readSection>>
