import { z } from 'zod'

export const createUnitInput = z.object({
  parentId: z.uuid().nullable(),
  kind: z.enum(['committee', 'cell', 'agency', 'steering']),
  level: z.string().min(1).max(60),
  name: z.string().trim().min(2).max(200),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable().default(null),
})
export type CreateUnit = z.input<typeof createUnitInput>

/** In bytes. */
const SCAN_LIMIT = 10 * 1024 * 1024

const words = (longest: number, code: string) => z.string({ error: code }).trim().min(1, code).max(longest, code)

/**
 * A decision as a form carries it; a verb's own input takes these fields in and hands them to `recordDecision`,
 * which also looks at the day and into the file. A form with `file` posts as `multipart/form-data`.
 */
export const decisionFields = {
  number: words(60, 'organisation.decision-number'),
  signedOn: z.iso.date({ error: 'organisation.decision-signed-on' }),
  signer: words(120, 'organisation.decision-signer'),
  issuer: z.string().trim().max(200, 'organisation.decision-issuer').optional(),
  file: z.file({ error: 'organisation.scan-kind' }).max(SCAN_LIMIT, 'organisation.scan-too-large').optional(),
}

export const recordDecisionInput = z.object(decisionFields)
export type RecordDecision = z.input<typeof recordDecisionInput>

export const decisionInput = z.object({ decisionId: z.uuid() })
export type DecisionReference = z.input<typeof decisionInput>

/** As many as a person chooses among at a glance. */
const CHOICES = 20
const search = z.string().trim().max(80)

export const unitChoicesInput = z.object({
  search: search.default(''),
  kinds: z.array(createUnitInput.shape.kind).optional(),
  day: z.iso.date().optional(),
  limit: z.number().int().positive().max(50).default(CHOICES),
})
export type UnitChoices = z.input<typeof unitChoicesInput>

const day = z.iso.date().optional()

/** More branches than a person keeps open. */
const MOST_OPEN = 40

export const readTreeInput = z.object({ open: z.array(z.uuid()).max(MOST_OPEN).default([]), day })
export type ReadTree = z.input<typeof readTreeInput>

export const searchUnitsInput = z.object({ search: search.default(''), level: z.string().max(60).optional(), day })
export type SearchUnits = z.input<typeof searchUnitsInput>

export const readUnitInput = z.object({ unitId: z.uuid(), day, after: z.uuid().optional() })
export type ReadUnit = z.input<typeof readUnitInput>

/** A unit on a day. */
export const unitReferenceInput = readUnitInput.pick({ unitId: true, day: true })
export type UnitReference = z.input<typeof unitReferenceInput>

/** What two days show of a unit between them. */
export const differences = ['created', 'ended', 'merged', 'renamed', 'moved'] as const

export const compareDaysInput = z.object({
  from: day,
  to: day,
  unitId: z.uuid().optional(),
  kind: z.enum(differences).optional(),
  after: z.uuid().optional(),
})
export type CompareDays = z.input<typeof compareDaysInput>

export const exportTreeInput = readUnitInput.pick({ day: true }).extend({ unitId: z.uuid().optional() })
export type ExportTree = z.input<typeof exportTreeInput>
