import { audit, Conflict, Invalid, type TenantContext, transaction } from '@sotay/kernel'
import {
  type Finding,
  readWritten,
  type SectionKey,
  type SectionValue,
  tidySection,
  valueHash,
  type WrittenConfiguration,
} from '@sotay/tenant-config'
import { loadInForce } from './in-force'
import { type EditDraft, editDraftInput, type RemoveRule, removeRuleInput } from './inputs'
import { drafted, holdDraft, keepSection, sectionValue } from './load-draft'
import { type Place, placeOfPath, readFields, readPlace, removePlace, writeFields } from './pieces'
import { sentence } from './rule-sentence'
import { authorizeSection } from './sections'

/**
 * Changes fields at one place of the draft. Whoever changed the same fields meanwhile keeps what they wrote: this one is
 * told, and other places are never touched.
 * @throws NotFound for what the actor may not change · Conflict when the fields are no longer as shown · Invalid by field
 */
export async function editDraft(ctx: TenantContext, input: EditDraft): Promise<SectionKey> {
  const { at, fields, seen, fresh } = editDraftInput.parse(input)
  const section = authorizeSection(ctx, at[0] ?? Object.keys(fields)[0] ?? '')
  const names = Object.keys(fields)
  return change(ctx, section, (whole) => {
    const there = readPlace(whole, at)
    if (fresh && there !== undefined)
      throw new Conflict('settings.key-taken', {}, { key: { code: 'settings.key-taken' } })
    if (!fresh && at.length > 1 && there === undefined) throw new Conflict('settings.gone')
    if (!fresh && valueHash(readFields(whole, at, names)) !== seen) throw new Conflict('settings.changed-meanwhile')
    return { value: writeFields(whole, at, fields), about: at }
  })
}

/**
 * Takes a rule out of a list of the draft.
 * @throws NotFound for what the actor may not change · Conflict when the rule is no longer as shown · Invalid when the list needs it
 */
export async function removeRule(ctx: TenantContext, input: RemoveRule): Promise<SectionKey> {
  const { at, seen } = removeRuleInput.parse(input)
  const section = authorizeSection(ctx, at[0] ?? '')
  return change(ctx, section, (whole) => {
    const there = readPlace(whole, at)
    if (there === undefined) throw new Conflict('settings.gone')
    if (valueHash(there) !== seen) throw new Conflict('settings.changed-meanwhile')
    return { value: removePlace(whole, at), about: at }
  })
}

type Whole = Record<string, SectionValue>

function change(
  ctx: TenantContext,
  section: SectionKey,
  apply: (whole: Whole) => { value: SectionValue; about: Place },
): Promise<SectionKey> {
  return transaction(ctx, async (tx) => {
    const { draft, sections } = await holdDraft(tx)
    const inForce = await loadInForce(tx.db)
    const whole = { [section]: sectionValue(inForce.written, sections, section) }
    const { value, about } = apply(whole)
    const raw = (value as Whole)[section] ?? null
    assertHolds(drafted(inForce.written, sections), section, raw, about)
    const tidy = tidySection(section, raw)
    if (tidy === undefined) throw new Invalid({ '': ['settings.invalid'] })
    const before = sections.find((entry) => entry.section === section)
    await keepSection(tx, draft.id, { section, value: tidy, inForce, before })
    audit(tx, 'settings.edited', draft, { section, at: about.join('/') })
    return section
  })
}

/** What a schema refuses never enters the draft; what only contradicts another part may wait until publication. */
function assertHolds(whole: WrittenConfiguration, section: SectionKey, value: SectionValue, about: Place) {
  const { findings } = readWritten({ ...whole, [section]: value ?? undefined })
  const here = findings.filter((finding) => finding.path[0] === section)
  const ours = here.filter((finding) => within(about, placeOfPath({ [section]: value }, finding.path)))
  if (ours.length > 0) throw new Invalid(byField(ours, about, { [section]: value }))
}

const within = (about: Place, place: Place): boolean => about.every((step, index) => place[index] === step)

function byField(findings: readonly Finding[], about: Place, whole: Whole) {
  const fields: ConstructorParameters<typeof Invalid>[0] = {}
  for (const finding of findings) {
    const path = [...finding.path, ...(finding.key === undefined ? [] : [finding.key])]
    const name = inputName(path.slice(about.length)) || inputName(placeOfPath(whole, path).slice(-1))
    fields[name] ??= [{ code: 'settings.rule', params: { message: sentence(finding) } }]
  }
  return fields
}

/** As forms name it: `boards[0].name`; a dot within a name would nest. */
const inputName = (path: readonly PropertyKey[]): string =>
  path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step).replaceAll('.', '/')}`,
    )
    .join('')
