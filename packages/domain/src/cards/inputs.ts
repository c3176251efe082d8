import { composed } from '@sotay/kernel/composed'
import { z } from 'zod'

export const cardCaseKinds = ['lost', 'damaged', 'duplicate'] as const
export const cardCaseStatuses = ['reported', 'confirmed', 'resolved', 'refused', 'withdrawn'] as const

const note = z.string().trim().max(500, 'cards.note-long').overwrite(composed).optional()
const reason = z
  .string({ error: 'cards.reason-needed' })
  .trim()
  .min(5, 'cards.reason-needed')
  .max(500, 'cards.note-long')
  .overwrite(composed)
const card = z.string().trim().max(40, 'cards.card-format').optional()

export const reportCardInput = z.object({ kind: z.enum(['lost', 'damaged'], { error: 'cards.kind-needed' }), note })
export type ReportCard = z.input<typeof reportCardInput>

export const recordCardCaseInput = z
  .object({ memberId: z.uuid(), kind: z.enum(cardCaseKinds, { error: 'cards.kind-needed' }), otherCard: card, note })
  .refine(({ kind, otherCard }) => kind !== 'duplicate' || otherCard, {
    path: ['otherCard'],
    message: 'cards.other-card-needed',
  })
export type RecordCardCase = z.input<typeof recordCardCaseInput>

export const cardCaseInput = z.object({ caseId: z.uuid() })
export type CardCaseReference = z.input<typeof cardCaseInput>

/** Without a new number the member keeps the present one: a damaged card replaced, the number of two that stays. */
export const resolveCardCaseInput = z.object({ caseId: z.uuid(), newCard: card, outcome: note })
export type ResolveCardCase = z.input<typeof resolveCardCaseInput>

export const refuseCardCaseInput = z.object({ caseId: z.uuid(), reason })
export type RefuseCardCase = z.input<typeof refuseCardCaseInput>

const PAGE = 50
export const cardListInput = z.object({
  search: z.string().trim().max(80).default(''),
  unit: z.string().trim().max(80).default(''),
  kind: z.enum(cardCaseKinds).optional(),
  status: z.enum(cardCaseStatuses).optional(),
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{20,30}~[0-9a-f-]{36}$/)
    .optional(),
  size: z.number().int().min(1).max(1000).default(PAGE),
})
export type CardList = z.input<typeof cardListInput>

export const findHoldersInput = z.object({ search: z.string().trim().max(80).default('') })
export type FindHolders = z.input<typeof findHoldersInput>
