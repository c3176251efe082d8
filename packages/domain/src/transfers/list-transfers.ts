import { authorize, inScope, type TenantContext } from '@sotay/kernel'
import { and, asc, count, desc, eq, inArray, min, ne, or, type SQL, sql } from 'drizzle-orm'
import { matchesMember, member } from '../members'
import { type ListTransfers, listTransfersInput } from './inputs'
import { competentCommittee, goal, home, selectTransfers } from './places'
import { dueAt } from './rules'
import { type TransferKind, type TransferStatus, transfer } from './schema'
import { pathsOf } from './stances'

export interface TransferLine {
  id: string
  kind: TransferKind
  status: TransferStatus
  /** Absent of somebody who is on the way in from elsewhere. */
  memberName: string | null
  cardNumber: string | null
  fromName: string | null
  toName: string | null
  statusAt: Date
  /** Until when it is to be answered; absent when it is over or only waits for its day. */
  dueAt: Date | null
  effectiveOn: string | null
}

const open: TransferStatus[] = ['requested', 'confirmed', 'accepted', 'decided']
const over: TransferStatus[] = ['effective', 'returned', 'refused', 'withdrawn']

/**
 * The transfers of the actor's units: those that wait for the actor, those under way, those that are over.
 * @throws NotFound for whom they are not
 * Source: QN 10.2.2
 */
export async function listTransfers(ctx: TenantContext, input: ListTransfers = {}) {
  const scope = authorize(ctx, 'transfers.read')
  const { view, kind, search, after, size } = listTransfersInput.parse(input)
  const matching = and(
    view === 'mine' ? mine(ctx) : inArray(transfer.status, view === 'done' ? over : open),
    or(inScope(home.path, scope), inScope(goal.path, scope)),
    kind ? eq(transfer.kind, kind) : undefined,
    search ? matchesMember(search) : undefined,
  )
  const order =
    view === 'done' ? [desc(transfer.statusAt), desc(transfer.id)] : [asc(transfer.statusAt), asc(transfer.id)]
  const rows = await selectTransfers(ctx)
    .where(and(matching, after ? beyond(after, view === 'done') : undefined))
    .orderBy(...order)
    .limit(size + 1)
  const lines = rows.slice(0, size).map(
    (row): TransferLine => ({
      id: row.id,
      kind: row.kind,
      status: row.status,
      memberName: row.memberName,
      cardNumber: row.cardNumber,
      fromName: row.kind === 'in' ? row.elsewhere : row.homeName,
      toName: row.kind === 'out' ? row.elsewhere : row.goalName,
      statusAt: row.statusAt,
      dueAt: row.status === 'decided' || over.includes(row.status) ? null : dueAt(ctx, row.statusAt),
      effectiveOn: row.effectiveOn,
    }),
  )
  const last = lines.at(-1)
  const next = rows.length > size && last ? `${last.statusAt.toISOString()}~${last.id}` : undefined
  return { lines, next }
}

/** How many wait for the actor, and since when the oldest does. */
export async function countMyTransfers(ctx: TenantContext): Promise<{ count: number; dueAt?: Date }> {
  authorize(ctx, 'transfers.read')
  const condition = mine(ctx)
  const [found] = await selectCounted(ctx).where(condition)
  if (!found?.rows || !found.since) return { count: 0 }
  return { count: found.rows, dueAt: dueAt(ctx, found.since) }
}

const selectCounted = (ctx: TenantContext) =>
  ctx.db
    .select({ rows: count(), since: min(transfer.statusAt) })
    .from(transfer)
    .leftJoin(member, eq(member.id, transfer.memberId))
    .leftJoin(home, sql`${home.id} = coalesce(${member.unitId}, ${transfer.fromUnitId})`)
    .leftJoin(goal, eq(goal.id, transfer.toUnitId))

/** What is the actor's own turn: of the cells and the committees they act for, not of all those below. */
function mine(ctx: TenantContext): SQL | undefined {
  const answers = pathsOf(ctx, 'transfers.answer') ?? []
  const decides = pathsOf(ctx, 'transfers.decide') ?? []
  const among = (path: SQL, paths: string[]) => sql`${path} = any(string_to_array(${paths.join(',')}, ','))`
  const own = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  const turn = or(
    and(eq(transfer.status, 'requested'), among(sql`${home.path}::text`, answers)),
    and(eq(transfer.status, 'confirmed'), ne(transfer.kind, 'out'), among(sql`${goal.path}::text`, answers)),
    and(
      or(eq(transfer.status, 'accepted'), and(eq(transfer.status, 'confirmed'), eq(transfer.kind, 'out'))),
      among(sql`${competentCommittee(ctx)}->>'path'`, decides),
    ),
  )
  return and(inArray(transfer.status, open), turn, sql`${transfer.memberId} is distinct from ${own}::uuid`)
}

function beyond(after: string, backwards: boolean): SQL {
  const [at, id] = after.split('~')
  const key = sql`(${transfer.statusAt}, ${transfer.id})`
  return backwards ? sql`${key} < (${at}::timestamptz, ${id}::uuid)` : sql`${key} > (${at}::timestamptz, ${id}::uuid)`
}
