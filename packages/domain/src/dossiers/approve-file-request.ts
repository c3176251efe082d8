import {
  audit,
  authorize,
  Conflict,
  Invalid,
  NotFound,
  Refusal,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { applyUpdates } from './apply-updates'
import { type ComparedChange, compareChanges } from './compare-changes'
import {
  type ApproveFileRequest,
  type ApproveFileRequests,
  approveFileRequestInput,
  approveFileRequestsInput,
} from './inputs'
import { holdAwaitingRequest } from './load-awaiting-request'
import { loadFile } from './load-file'
import { fileRequest } from './schema'
import { closeChanges } from './sealed-values'
import { maySeeSensitive } from './sensitive-access'

const SHORTEST_REASON = 5

/**
 * Takes a request over into the file, whole or the fields chosen; the rest goes back to the member with a reason. Fields
 * that moved since the member asked are taken over only where the decider was shown what stands now.
 * @throws NotFound for who may not decide on it · Invalid without a field, or without a reason for the rest · Conflict when
 * it was decided, taken back or revised meanwhile, or when a chosen field moved
 * Source: QN 10.1.2
 */
export async function approveFileRequest(ctx: TenantContext, input: ApproveFileRequest): Promise<{ approved: number }> {
  authorize(ctx, 'dossiers.decide')
  const { requestId, revision, keys, shown, reason } = approveFileRequestInput.parse(input)
  return transaction(ctx, async (tx) => {
    const { request, person } = await holdAwaitingRequest(tx, { requestId, revision })
    const file = await loadFile(tx, request.memberId)
    const compared = compareChanges(tx, file, request.changes)
    if (compared.some(({ field }) => field.sensitive) && !maySeeSensitive(tx, person)) throw new NotFound()
    const chosen = compared.filter(({ field }) => keys === undefined || keys.includes(field.key))
    const rest = compared.filter((change) => !chosen.includes(change))
    if (chosen.length === 0) throw new Invalid({ keys: ['dossiers.nothing-chosen'] })
    if (rest.length > 0 && reason.length < SHORTEST_REASON) throw new Invalid({ reason: ['dossiers.reason-rest'] })
    if (chosen.some((change) => isUnseen(change, shown))) throw new Conflict('dossiers.request-moved')
    const updates = chosen.map(({ field, now, after }) => ({ field, before: now, after }))
    await applyUpdates(tx, file, updates, requestId)
    await close(tx, requestId, rest, reason)
    const names = (changes: ComparedChange[]) => changes.map(({ field }) => field.key)
    audit(tx, 'dossiers.request-approved', { id: requestId }, { fields: names(chosen), returned: names(rest) })
    return { approved: chosen.length }
  })
}

// Without a mark the decider saw no more than the request itself: then nothing may have moved under it.
const isUnseen = ({ field, mark, moved }: ComparedChange, shown: Record<string, string>): boolean =>
  shown[field.key] === undefined ? moved : shown[field.key] !== mark

async function close(tx: TransactionContext, requestId: string, rest: ComparedChange[], reason: string) {
  const decided = { decidedAt: tx.clock.now(), decidedBy: changedBy(tx) }
  const left = Object.fromEntries(rest.map(({ field, before, after }) => [field.key, { before, after }]))
  const state =
    rest.length === 0
      ? ({ status: 'approved', reason: null } as const)
      : ({ status: 'returned', reason, sealed: closeChanges(tx, requestId, left) } as const)
  await tx.db
    .update(fileRequest)
    .set({ ...decided, ...state })
    .where(eq(fileRequest.id, requestId))
}

/**
 * Approves each of the requests that still stands as it was seen; the others are counted, not refused.
 * @returns how many were approved, and how many must be looked at one by one
 */
export async function approveFileRequests(ctx: TenantContext, input: ApproveFileRequests) {
  authorize(ctx, 'dossiers.decide')
  const { requests } = approveFileRequestsInput.parse(input)
  const outcome = { approved: 0, passedOver: 0 }
  for (const seen of requests) {
    const [requestId, revision] = seen.split('~')
    try {
      await approveFileRequest(ctx, { requestId: requestId!, revision: Number(revision) })
      outcome.approved += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcome.passedOver += 1
    }
  }
  return outcome
}
