import { composed } from '@sotay/kernel/composed'
import { z } from 'zod'
import { decisionFields } from '../organisation/inputs'

const reason = z
  .string({ error: 'transfers.reason-needed' })
  .trim()
  .min(5, 'transfers.reason-needed')
  .max(500, 'transfers.reason-long')
  .overwrite(composed)
const day = (code: string) => z.iso.date(code)
const unitId = z.uuid('transfers.cell-needed')

/** What a request says, as a form carries it; `completeWish` holds what each kind needs. */
export const wishFields = {
  kind: z.enum(['permanent', 'temporary', 'out'], { error: 'transfers.kind-needed' }),
  toUnitId: unitId.optional(),
  /** The organisation outside the province that a transfer `out` goes to. */
  elsewhere: z.string().trim().max(200).overwrite(composed).optional(),
  /** Slug of the province it goes to, when files are exchanged with it. */
  partner: z.string().trim().max(31).optional(),
  from: day('transfers.day-needed').optional(),
  until: day('transfers.day-needed').optional(),
  reason,
}

type Wish = { [Key in keyof typeof wishFields]?: z.output<(typeof wishFields)[Key]> }

export function completeWish({ kind, toUnitId, elsewhere, from, until }: Wish, issues: z.RefinementCtx): void {
  const missing = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message })
  if (kind === 'out') {
    if (!elsewhere || elsewhere.length < 3) missing('elsewhere', 'transfers.elsewhere-needed')
  } else if (!toUnitId) missing('toUnitId', 'transfers.cell-needed')
  if (kind !== 'temporary') return
  if (!from) missing('from', 'transfers.day-needed')
  if (!until) missing('until', 'transfers.day-needed')
  else if (from && until < from) missing('until', 'transfers.until-before-from')
}

export const requestOwnTransferInput = z.object(wishFields).superRefine(completeWish)
export type RequestOwnTransfer = z.input<typeof requestOwnTransferInput>

export const requestTransferInput = z.object({ memberId: z.uuid(), ...wishFields }).superRefine(completeWish)
export type RequestTransfer = z.input<typeof requestTransferInput>

export const transferIdInput = z.object({ transferId: z.uuid() })
export type TransferId = z.input<typeof transferIdInput>

export const turnDownTransferInput = z.object({ transferId: z.uuid(), how: z.enum(['returned', 'refused']), reason })
export type TurnDownTransfer = z.input<typeof turnDownTransferInput>

export const decideTransferInput = z.object({
  transferId: z.uuid(),
  ...decisionFields,
  effectiveOn: day('transfers.day-needed'),
})
export type DecideTransfer = z.input<typeof decideTransferInput>

export const redirectTransferInput = z.object({ transferId: z.uuid(), toUnitId: unitId, reason })
export type RedirectTransfer = z.input<typeof redirectTransferInput>

export const cancelTransferInput = z.object({ transferId: z.uuid(), reason })
export type CancelTransfer = z.input<typeof cancelTransferInput>

export const closeTransferInput = z.object({ transferId: z.uuid(), on: day('transfers.day-needed') })
export type CloseTransfer = z.input<typeof closeTransferInput>

/** A member's file, sealed: a whole life's is some tens of kilobytes. */
export const SEALED_CHARACTERS = 600_000
/** What else a signed file says is some kilobytes; more is not one. */
export const FILE_CHARACTERS = SEALED_CHARACTERS + 65_536
const file = z
  .string({ error: 'transfers.file-needed' })
  .min(2, 'transfers.file-needed')
  .max(FILE_CHARACTERS, 'transfers.file-broken')

export const receiveTransferInput = z.object({ file, toUnitId: unitId })
export type ReceiveTransfer = z.input<typeof receiveTransferInput>

export const receiptInput = z.object({ transferId: z.uuid(), file })
export type Receipt = z.input<typeof receiptInput>

export const transferViews = ['mine', 'under-way', 'done'] as const
export const transferKinds = ['permanent', 'temporary', 'out', 'in'] as const

/** One page of a list. */
const PAGE = 30

export const listTransfersInput = z.object({
  view: z.enum(transferViews).default('mine'),
  kind: z.enum(transferKinds).optional(),
  search: z.string().trim().max(80).default(''),
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{20,30}~[0-9a-f-]{36}$/)
    .optional(),
  size: z.number().int().min(1).max(PAGE).default(PAGE),
})
export type ListTransfers = z.input<typeof listTransfersInput>

export const destinationsInput = z.object({ search: z.string().trim().max(80).default('') })
export type Destinations = z.input<typeof destinationsInput>
