import { z } from 'zod'

/** What a column of a roster file may be, in the order of a roster. */
export const rosterFields = [
  'fullName',
  'cardNumber',
  'unit',
  'parentUnit',
  'birthDate',
  'gender',
  'phone',
  'status',
  'admittedOn',
  'confirmedOn',
] as const
export type RosterField = (typeof rosterFields)[number]

/** The most a roster file may have, in bytes. */
export const ROSTER_BYTES = 30 * 1024 * 1024

export const uploadRosterInput = z.object({
  purpose: z.enum(['import', 'reconciliation']),
  unitId: z.uuid('imports.unit-needed'),
  file: z
    .instanceof(File, { error: 'imports.file-needed' })
    // A field in which nothing was chosen is sent as an empty file.
    .refine(({ size }) => size > 0, { error: 'imports.file-needed' })
    .refine(({ size }) => size <= ROSTER_BYTES, { error: 'imports.file-too-large' }),
})
export type UploadRoster = z.input<typeof uploadRosterInput>

export const batchInput = z.object({ batchId: z.uuid() })
export type BatchReference = z.input<typeof batchInput>

const column = z.coerce.number().int().min(0).max(199).optional()
/** The number of the column that holds each field, from 0. */
export const mapColumnsInput = batchInput.extend({
  columns: z
    .object(Object.fromEntries(rosterFields.map((field) => [field, column])) as Record<RosterField, typeof column>)
    .partial(),
})
export type MapColumns = z.input<typeof mapColumnsInput>

export const rowOutcomes = ['new', 'changed', 'same', 'rejected'] as const
export const listRowsInput = batchInput.extend({
  outcome: z.enum(rowOutcomes).optional(),
  /** Rows in which this field differs, or is wrong. */
  field: z.enum(rosterFields).optional(),
  after: z.coerce.number().int().min(0).default(0),
  size: z.number().int().min(1).max(100).default(50),
})
export type ListRows = z.input<typeof listRowsInput>

export const listBatchesInput = z.object({
  purpose: z.enum(['import', 'reconciliation']),
  after: z.string().max(80).optional(),
  size: z.number().int().min(1).max(100).default(20),
})
export type ListBatches = z.input<typeof listBatchesInput>

export const differenceKinds = ['missing', 'extra', 'different'] as const
export const resolutions = ['added', 'removed', 'taken-from-file', 'kept', 'passed-up'] as const

export const listDifferencesInput = batchInput.extend({
  kind: z.enum(differenceKinds).default('missing'),
  open: z.boolean().default(false),
  after: z.uuid().optional(),
  size: z.number().int().min(1).max(100).default(50),
})
export type ListDifferences = z.input<typeof listDifferencesInput>

export const leavingsOfReconciliation = ['transferred-out', 'deceased', 'removed', 'expelled', 'resigned'] as const
const resolveChoice = z.object({
  kind: z.enum(differenceKinds),
  resolution: z.enum(resolutions, 'imports.resolution-needed'),
  /** Those to resolve; all that are open of the kind when `all`. */
  itemIds: z.array(z.uuid()).max(1000).default([]),
  all: z.boolean().default(false),
  note: z.string().trim().max(500, 'imports.note-long').default(''),
  leaving: z.enum(leavingsOfReconciliation, 'imports.leaving-needed').optional(),
  /** The last day on the roster of those removed. */
  leftOn: z.iso.date('imports.left-on-needed').optional(),
})

function complete(given: z.output<typeof resolveChoice>, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>): void {
  const refuse = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message })
  if (!given.all && given.itemIds.length === 0) refuse('itemIds', 'imports.none-chosen')
  if (given.resolution !== 'removed') return
  if (!given.leaving) refuse('leaving', 'imports.leaving-needed')
  if (!given.leftOn) refuse('leftOn', 'imports.left-on-needed')
}

export const resolveDifferencesInput = resolveChoice.extend({ batchId: z.uuid() }).superRefine(complete)
export type ResolveDifferences = z.input<typeof resolveDifferencesInput>
/** The same as a form beside others on one page. */
export const resolveDifferencesForm = resolveChoice.extend({ act: z.literal('resolve') }).superRefine(complete)
