import { composed } from '@sotay/kernel/composed'
import { z } from 'zod'

const longest = (limit: number, code: string) => z.string({ error: code }).max(limit, code)

/** What a form of the file carries. The values themselves are read field by field: see `readValue`. */
const typedFields = {
  /** By field; lists as rows by column. */
  fields: z.record(z.string().max(60), z.unknown()).default({}),
  /** For every field of the form the mark of what was shown, also where the field was emptied. */
  shown: z.record(z.string().max(60), z.string().max(40)).default({}),
}
export const typedFieldsInput = z.object(typedFields)
export type TypedFields = z.output<typeof typedFieldsInput>

export const requestFileChangeInput = z.object({
  ...typedFields,
  /** Send it to the cell at once instead of keeping it as a draft. */
  send: z.boolean().default(false),
})
export type RequestFileChange = z.input<typeof requestFileChangeInput>

export const reviseDossierInput = z.object({ memberId: z.uuid(), ...typedFields })
export type ReviseDossier = z.input<typeof reviseDossierInput>

export const readDossierInput = z.object({
  memberId: z.uuid(),
  /** Show sensitive fields, which is recorded. */
  reveal: z.boolean().default(false),
  /** Only this part of the file. */
  section: z.string().max(40).optional(),
})
export type ReadDossier = z.input<typeof readDossierInput>

export const verifyDossierInput = z.object({ memberId: z.uuid(), revision: z.coerce.number().int().positive() })
export type VerifyDossier = z.input<typeof verifyDossierInput>

const HISTORY_PAGE = 30
const pageKey = z
  .string()
  .regex(/^[0-9TZ:.-]{20,30}~[0-9a-f-]{36}$/)
  .optional()

export const fileChangesInput = z.object({
  memberId: z.uuid(),
  after: pageKey,
  size: z.number().int().min(1).max(HISTORY_PAGE).default(HISTORY_PAGE),
})
export type FileChangesPage = z.input<typeof fileChangesInput>

const QUEUE_PAGE = 50
export const fileRequestsInput = z.object({
  search: z.string().trim().max(80).default(''),
  /** `own`: those of the actor's own cells and of secretaries below; `all`: everything within the scope. */
  reach: z.enum(['own', 'all']).default('own'),
  after: pageKey,
  size: z.number().int().min(1).max(QUEUE_PAGE).default(QUEUE_PAGE),
})
export type FileRequestsPage = z.input<typeof fileRequestsInput>

const revision = z.coerce.number().int().positive()
export const fileRequestInput = z.object({ requestId: z.uuid() })
export type FileRequestReference = z.input<typeof fileRequestInput>

const reason = longest(500, 'dossiers.reason-long').trim().overwrite(composed)

export const approveFileRequestInput = z.object({
  requestId: z.uuid(),
  revision,
  /** The fields to take over; all of them when absent. */
  keys: z.array(z.string().max(60), 'dossiers.nothing-chosen').optional(),
  /** Marks of the values that stood beside the requested ones when the officer decided. */
  shown: typedFields.shown,
  /** Why the rest goes back, when not all is taken over. */
  reason: reason.default(''),
})
export type ApproveFileRequest = z.input<typeof approveFileRequestInput>

/** A request with the revision that was seen: `<id>~<revision>`. */
const seenRequest = z.string().regex(/^[0-9a-f-]{36}~\d{1,9}$/)
export const approveFileRequestsInput = z.object({
  requests: z.array(seenRequest, 'dossiers.nothing-chosen').min(1, 'dossiers.nothing-chosen').max(QUEUE_PAGE),
})
export type ApproveFileRequests = z.input<typeof approveFileRequestsInput>

export const returnFileRequestInput = z.object({
  requestId: z.uuid(),
  revision,
  reason: reason.min(5, 'dossiers.reason-needed'),
})
export type ReturnFileRequest = z.input<typeof returnFileRequestInput>

/** In bytes. */
const PHOTO_LIMIT = 5 * 1024 * 1024
export const savePhotoInput = z.object({
  /** The actor's own when absent. */
  memberId: z.uuid().optional(),
  file: z.file({ error: 'dossiers.photo-needed' }).max(PHOTO_LIMIT, 'dossiers.photo-large'),
})
export type SavePhoto = z.input<typeof savePhotoInput>

export const printMemberFormInput = z.object({
  /** The actor's own when absent. */
  memberId: z.uuid().optional(),
  format: z.enum(['pdf', 'docx']),
})
export type PrintMemberForm = z.input<typeof printMemberFormInput>
