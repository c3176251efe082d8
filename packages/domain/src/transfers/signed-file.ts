import { Invalid, type TenantContext } from '@sotay/kernel'
import { z } from 'zod'
import { FILE_CHARACTERS, SEALED_CHARACTERS } from './inputs'

/** What kinds of file provinces hand over; a signature on one says nothing under another. */
export type FileKind = 'transfer' | 'receipt'

const envelope = z.strictObject({
  format: z.enum(['sotay-transfer', 'sotay-receipt']),
  /** The content as it was signed, byte for byte. */
  content: z.string().min(2).max(FILE_CHARACTERS),
  signature: z.string().max(200),
})

const province = z.string().max(31)
const day = z.iso.date()

/** The line of the roster that goes with the member. */
export const personFields = z.strictObject({
  fullName: z.string().trim().min(2).max(120),
  cardNumber: z.string().trim().min(1).max(40),
  phone: z.string().max(20).nullable(),
  gender: z.enum(['male', 'female']).nullable(),
  status: z.enum(['probationary', 'full']),
  birthDate: day.nullable(),
  admittedOn: day.nullable(),
  confirmedOn: day.nullable(),
  probationEndsOn: day.nullable(),
  exemptFrom: day.nullable(),
  exemptUntil: day.nullable(),
})
export type PersonFields = z.output<typeof personFields>

export const transferContent = z.strictObject({
  from: z.strictObject({ slug: province, name: z.string().max(200), cell: z.string().max(200) }),
  to: province,
  nonce: z.uuid(),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** The day of the sender's decision from which the member is let go. */
  effectiveOn: day,
  letter: z.string().max(40),
  person: personFields,
  /** The member's file, for the receiving province alone to open (decision record 0012). */
  file: z.string().max(SEALED_CHARACTERS).optional(),
})
export type TransferContent = z.output<typeof transferContent>

export const receiptContent = z.strictObject({
  from: province,
  to: province,
  nonce: z.uuid(),
  outcome: z.enum(['accepted', 'refused']),
  /** The first day in the new cell, or the day of the refusal. */
  on: day,
  cell: z.string().max(200),
})
export type ReceiptContent = z.output<typeof receiptContent>

/** What a sealed file is part of: taken out of one transfer it opens in no other. */
export const fileLabel = ({ from, to, nonce }: { from: string; to: string; nonce: string }): string =>
  `sotay-transfer-file/1\n${from}\n${to}\n${nonce}`

const signedBytes = (kind: FileKind, content: string): string => `sotay-${kind}/1\n${content}`

/** Writes a file that the province signs. */
export function writeSigned(ctx: TenantContext, kind: FileKind, said: TransferContent | ReceiptContent): string {
  const content = JSON.stringify(said)
  const signature = ctx.signatures.sign(signedBytes(kind, content))
  return `${JSON.stringify({ format: `sotay-${kind}`, content, signature }, null, 2)}\n`
}

/**
 * Reads a file and makes sure that whom it names signed it, every byte.
 * @param signer picks the province that must have signed
 * @throws Invalid for anything else, with the reason under `file`
 */
export function readSigned<Content>(
  ctx: TenantContext,
  kind: FileKind,
  text: string,
  { schema, signer }: { schema: z.ZodType<Content>; signer(content: Content): string },
): Content {
  const outer = envelope.safeParse(parsed(text))
  if (!outer.success || outer.data.format !== `sotay-${kind}`) throw refused('file-broken')
  const { content, signature } = outer.data
  const inner = schema.safeParse(parsed(content))
  if (!inner.success) throw refused('file-broken')
  if (!ctx.signatures.verify(signer(inner.data), signedBytes(kind, content), signature)) throw refused('file-signature')
  return inner.data
}

export const refused = (reason: string): Invalid => new Invalid({ file: [`transfers.${reason}`] })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
