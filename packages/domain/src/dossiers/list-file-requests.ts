import type { TenantContext } from '@sotay/kernel'
import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm'
import { matchesMember, member } from '../members'
import { unit } from '../organisation'
import { waitingForActor, waitingWithin } from './decidable'
import { type FileRequestsPage, fileRequestsInput } from './inputs'
import { fileRequest } from './schema'

export interface WaitingRequest {
  requestId: string
  revision: number
  memberId: string
  name: string
  cardNumber: string
  unitName: string
  requestedAt: Date
}

/**
 * Requests that wait to be decided, the one sent first in front, a page at a time.
 * @param input `search` by name with or without diacritics or by card; `after` is the key the page before ended with
 * @throws NotFound for who decides nowhere
 */
export async function listFileRequests(ctx: TenantContext, input: FileRequestsPage = {}) {
  const { search, reach, after, size } = fileRequestsInput.parse(input)
  const waiting = reach === 'all' ? waitingWithin(ctx) : waitingForActor(ctx)
  const matching = and(waiting, search ? matchesMember(search) : undefined)
  const [page, total] = await Promise.all([
    ctx.db
      .select(columns)
      .from(fileRequest)
      .innerJoin(member, eq(member.id, fileRequest.memberId))
      .innerJoin(unit, eq(unit.id, member.unitId))
      .where(and(matching, after ? beyond(after) : undefined))
      .orderBy(asc(fileRequest.requestedAt), asc(fileRequest.id))
      .limit(size + 1),
    countWaiting(ctx, matching),
  ])
  const requests: WaitingRequest[] = page.slice(0, size)
  const last = requests.at(-1)
  const next = page.length > size && last ? `${last.requestedAt.toISOString()}~${last.requestId}` : undefined
  return { requests, next, total }
}

/** How many requests meet a condition of this list. */
export async function countWaiting({ db }: Pick<TenantContext, 'db'>, matching: SQL | undefined): Promise<number> {
  const [total] = await db
    .select({ rows: count() })
    .from(fileRequest)
    .innerJoin(member, eq(member.id, fileRequest.memberId))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(matching)
  return total?.rows ?? 0
}

const columns = {
  requestId: fileRequest.id,
  revision: fileRequest.revision,
  memberId: member.id,
  name: member.fullName,
  cardNumber: member.cardNumber,
  unitName: unit.name,
  requestedAt: fileRequest.requestedAt,
}

function beyond(after: string): SQL {
  const [at, id] = after.split('~')
  return sql`(${fileRequest.requestedAt}, ${fileRequest.id}) > (${at}::timestamptz, ${id}::uuid)`
}
