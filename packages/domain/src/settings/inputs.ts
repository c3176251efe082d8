import type { SectionValue } from '@sotay/tenant-config'
import { z } from 'zod'

const step = z.string().min(1).max(80)
const place = z.array(step).max(6)
/** Hash of what the page showed; the change is refused when something else stands there by now. */
const seen = z.string().regex(/^[0-9a-f]{64}$/, 'settings.seen')
const section = z.string().max(40)

/** More than any section holds. */
const MOST_CHARACTERS = 100_000

/** A value in the words of the file; the section's own schema says what it may be. */
const value = z.custom<SectionValue>((given) => {
  if (given === undefined) return false
  const said = typeof given === 'string' ? given : JSON.stringify(given)
  return said !== undefined && said.length <= MOST_CHARACTERS
}, 'settings.invalid')

export const editDraftInput = z.object({
  /** From the section down; empty for a section that is one value. */
  at: place,
  /** New values, in the words of the file; null takes a field away. */
  fields: z.record(step, value),
  seen,
  /** A rule that must not be there yet. */
  fresh: z.boolean().default(false),
})
export type EditDraft = z.input<typeof editDraftInput>

export const removeRuleInput = z.object({ at: place.min(2), seen })
export type RemoveRule = z.input<typeof removeRuleInput>

const drawing = z.enum(['emblem', 'ground'])
export const uploadDrawingInput = z.object({
  drawing,
  file: z.instanceof(File, { error: 'settings.drawing-needed' }),
  seen,
})
export type UploadDrawing = z.input<typeof uploadDrawingInput>

export const drawingInput = z.object({ drawing })
export type DrawingReference = z.input<typeof drawingInput>

export const sectionInput = z.object({ section })
export type SectionReference = z.input<typeof sectionInput>

export const settleClashInput = z.object({ section, seen })
export type SettleClash = z.input<typeof settleClashInput>

const article = /^[a-z][a-z0-9-]*\/[0-9IVX]+[0-9A-Za-zĐđ.-]*$/

/** Articles as typed: apart by commas or spaces. */
const cites = z
  .string()
  .max(400)
  .default('')
  .transform((typed) => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))])
  .pipe(z.array(z.string().regex(article, 'settings.cite-form')).max(20))

export const publishInput = z.object({
  reason: z
    .string({ error: 'settings.reason-needed' })
    .trim()
    .min(10, 'settings.reason-needed')
    .max(1000, 'settings.reason-long'),
  cites,
  /** The mark of the draft that was looked at; absent when nobody looked. */
  seen: seen.optional(),
  /** The day it takes effect; at once when absent. */
  effectiveOn: z.iso.date({ error: 'settings.day-needed' }).optional(),
})
export type Publish = z.input<typeof publishInput>

export const draftInput = z.object({ draftId: z.uuid() })
export type DraftReference = z.input<typeof draftInput>

const revision = z.coerce.number().int().positive()
export const revisionInput = z.object({ revision })
export type RevisionReference = z.input<typeof revisionInput>

export const compareInput = z.object({ from: revision, to: revision })
export type Compare = z.input<typeof compareInput>

/** As large as a file may be. */
const MOST_TEXT = 262_144

export const importFileInput = z.object({
  text: z
    .string({ error: 'settings.file-needed' })
    .min(1, 'settings.file-needed')
    .max(MOST_TEXT, 'settings.file-large'),
  /** Mark of the draft that the differences were shown against. */
  seen: seen.optional(),
})
export type ImportFile = z.input<typeof importFileInput>
