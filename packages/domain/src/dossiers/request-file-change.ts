import {
  audit,
  authorize,
  Invalid,
  newId,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { isSame } from './canonical'
import { fieldClash } from './field-clash'
import type { FileValue } from './field-type'
import { holdSelf } from './find-person'
import { type RequestFileChange, requestFileChangeInput } from './inputs'
import { type LoadedFile, loadFile } from './load-file'
import { loadOpenRequest, type OpenRequest } from './load-request'
import { type FieldUpdate, mergeTyped } from './merge-typed'
import { fileRequest } from './schema'
import { closeChanges, type RequestedChanges } from './sealed-values'

/**
 * Writes what the member wants changed into their one open request, field by field; begins one when there is none. A
 * request that is with the cell stays there, in its new form. A wish for what stands already is taken out again.
 * @throws Invalid by field, and when nothing is left to send · Conflict when the same field was written meanwhile
 * Source: QN 10.1.2
 */
export async function requestFileChange(ctx: TenantContext, input: RequestFileChange): Promise<{ wished: number }> {
  authorize(ctx, 'dossiers.own')
  const { send, ...typed } = requestFileChangeInput.parse(input)
  return transaction(ctx, async (tx) => {
    const { id: memberId } = await holdSelf(tx)
    const [file, open] = [await loadFile(tx, memberId), await loadOpenRequest(tx, memberId)]
    const wishes = Object.entries(open?.changes ?? {}).map(([key, { after }]) => ({ key, after }))
    const seen = wishedValues(file, wishes)
    const { updates, collisions } = mergeTyped(tx, memberId, seen, typed)
    if (collisions.length > 0) throw fieldClash(tx, collisions, seen)
    const changes = withWishes(file, open?.changes ?? {}, updates)
    const wished = Object.keys(changes).length
    if (send && wished === 0) throw new Invalid({ '': ['dossiers.nothing-to-send'] })
    if (updates.length > 0 || (send && open?.status !== 'awaiting')) await write(tx, { memberId, open, changes, send })
    return { wished }
  })
}

function wishedValues(file: LoadedFile, wishes: { key: string; after: FileValue | null }[]) {
  const next: Record<string, FileValue> = { ...file.values }
  for (const { key, after } of wishes) {
    if (after === null) delete next[key]
    else next[key] = after
  }
  return next
}

function withWishes(file: LoadedFile, before: RequestedChanges, updates: readonly FieldUpdate[]): RequestedChanges {
  const changes: Record<string, RequestedChanges[string]> = { ...before }
  for (const { field, after } of updates) {
    const stands = file.values[field.key] ?? null
    if (isSame(field, stands, after)) delete changes[field.key]
    else changes[field.key] = { before: stands, after }
  }
  return changes
}

interface Written {
  memberId: string
  open: OpenRequest | undefined
  changes: RequestedChanges
  send: boolean
}

async function write(tx: TransactionContext, { memberId, open, changes, send }: Written): Promise<void> {
  const id = open?.id ?? newId()
  const empty = Object.keys(changes).length === 0
  const status = empty ? 'withdrawn' : send ? 'awaiting' : (open?.status ?? 'draft')
  const row = { status, sealed: closeChanges(tx, id, changes), requestedAt: tx.clock.now() } as const
  if (open) {
    const revision = open.revision + 1
    const reason = status === 'awaiting' ? null : open.reason
    await tx.db
      .update(fileRequest)
      .set({ ...row, revision, reason })
      .where(eq(fileRequest.id, id))
  } else if (!empty) await tx.db.insert(fileRequest).values({ id, memberId, ...row })
  else return
  const fields = Object.keys(changes)
  audit(tx, empty ? 'dossiers.request-withdrawn' : 'dossiers.change-requested', { id }, { status, fields })
}
