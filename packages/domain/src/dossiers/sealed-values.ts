import { type BoxLabel, seal, type TenantContext, unseal } from '@sotay/kernel'
import type { FileField, FileValue, FileValues } from './field-type'
import { fields } from './fields'

type Secrets = Pick<TenantContext, 'secretKey'>

const ofMember = (memberId: string): BoxLabel => ({ purpose: 'dossiers:file', subject: memberId })
const ofRequest = (requestId: string): BoxLabel => ({ purpose: 'dossiers:request', subject: requestId })

/** Values as the table holds them: the sensitive ones in one box. */
export function closeValues(ctx: Secrets, memberId: string, values: FileValues) {
  const open: Record<string, FileValue> = {}
  const secret: Record<string, FileValue> = {}
  for (const { key, sensitive } of fields) {
    const value = values[key]
    if (value !== undefined) (sensitive ? secret : open)[key] = value
  }
  const sealed = Object.keys(secret).length > 0 ? seal(ctx, ofMember(memberId), JSON.stringify(secret)) : null
  return { open, sealed }
}

export function openValues(
  ctx: Secrets,
  memberId: string,
  row: { open: Record<string, unknown>; sealed: string | null },
): FileValues {
  const secret = row.sealed === null ? {} : opened(ctx, ofMember(memberId), row.sealed)
  return { ...row.open, ...secret } as FileValues
}

/** What a member asks to change: the value it rests on and the one that is to stand, by field. */
export type RequestedChanges = Readonly<Record<string, { before: FileValue | null; after: FileValue | null }>>

export const closeChanges = (ctx: Secrets, requestId: string, changes: RequestedChanges): string =>
  seal(ctx, ofRequest(requestId), JSON.stringify(changes))

export const openChanges = (ctx: Secrets, requestId: string, sealed: string): RequestedChanges =>
  opened(ctx, ofRequest(requestId), sealed) as RequestedChanges

/** One side of a change as the history keeps it. */
export const historyText = (ctx: Secrets, memberId: string, field: FileField, text: string | null): string | null =>
  text !== null && field.sensitive ? seal(ctx, ofMember(memberId), text) : text

export const fromHistory = (ctx: Secrets, memberId: string, field: FileField, kept: string | null): string | null =>
  kept !== null && field.sensitive ? (unseal(ctx, ofMember(memberId), kept) ?? null) : kept

function opened(ctx: Secrets, label: BoxLabel, box: string): Record<string, unknown> {
  const text = unseal(ctx, label, box)
  // Never read as empty: the next save would write over what could not be read.
  if (text === undefined) throw new Error(`${label.purpose} does not open with this province’s key`)
  return JSON.parse(text) as Record<string, unknown>
}
