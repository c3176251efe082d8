import { Conflict, isId, may, NotFound, type TenantContext } from '@sotay/kernel'
import { and, asc, count, eq, lte, type SQL, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { approverOf, decidedBy, findApprover } from './approver'
import { inUnitNamed, namedLike } from './find-members'
import { type AwaitingPage, awaitingPageInput } from './inputs'
import { account } from './schema'

const DAY_MS = 86_400_000

export interface AwaitingAccount {
  accountId: string
  name: string
  cardNumber: string
  phone: string | null
  unitName: string
  /** A cell's members may be granted its offices on approval. */
  inCell: boolean
  registeredAt: Date
}

/**
 * The registrations the actor decides on, oldest first, a page at a time.
 * @param input `search` by name with or without diacritics, or by card; `unit` by part of its name; `after` is the key the page before ended with
 * @throws NotFound for whom the page is not; an officer who decides on nobody gets an empty page
 * Source: QN 10.1.3
 */
export async function listAwaitingAccounts(ctx: TenantContext, input: AwaitingPage = {}) {
  const approver = findApprover(ctx)
  if (!approver) return nothingToDecide(ctx)
  const { search, after, size, unit: place, waitingDays } = awaitingPageInput.parse(input)
  const matching = and(
    eq(account.status, 'awaiting_approval'),
    decidedBy(ctx, approver, unit.path),
    search ? namedLike(search) : undefined,
    place ? inUnitNamed(unit.path, place) : undefined,
    waitingDays > 0 ? lte(account.registeredAt, new Date(ctx.clock.now().getTime() - waitingDays * DAY_MS)) : undefined,
  )
  const rows = () => ctx.db.select(card).from(account).innerJoin(member, own).innerJoin(unit, home)
  const [page, [total]] = await Promise.all([
    rows()
      .where(and(matching, after ? beyond(after) : undefined))
      .orderBy(asc(account.registeredAt), asc(account.id))
      .limit(size + 1),
    ctx.db.select({ rows: count() }).from(account).innerJoin(member, own).innerJoin(unit, home).where(matching),
  ])
  const accounts: AwaitingAccount[] = page.slice(0, size)
  const last = accounts.at(-1)
  const next = page.length > size && last ? `${last.registeredAt.toISOString()}~${last.accountId}` : undefined
  return { accounts, next, total: total?.rows ?? 0 }
}

/** How many registrations wait for the actor. */
export async function countAwaitingAccounts(ctx: TenantContext): Promise<number> {
  const approver = findApprover(ctx)
  if (!approver) return 0
  const waiting = and(eq(account.status, 'awaiting_approval'), decidedBy(ctx, approver, unit.path))
  const [total] = await ctx.db
    .select({ rows: count() })
    .from(account)
    .innerJoin(member, own)
    .innerJoin(unit, home)
    .where(waiting)
  return total?.rows ?? 0
}

/**
 * One registration that is the actor's to decide.
 * @throws NotFound when there is no such · Conflict when somebody decided it meanwhile
 */
export async function readAwaitingAccount(
  ctx: TenantContext,
  { accountId }: { accountId: string },
): Promise<AwaitingAccount> {
  const approver = approverOf(ctx)
  if (!isId(accountId)) throw new NotFound()
  const [found] = await ctx.db
    .select({ ...card, status: account.status })
    .from(account)
    .innerJoin(member, own)
    .innerJoin(unit, home)
    .where(and(eq(account.id, accountId), decidedBy(ctx, approver, unit.path)))
  if (!found) throw new NotFound()
  const { status, ...waiting } = found
  if (status !== 'awaiting_approval') throw new Conflict('accounts.not-awaiting')
  return waiting
}

function nothingToDecide(ctx: TenantContext): { accounts: AwaitingAccount[]; next: undefined; total: number } {
  if (!may(ctx, 'accounts.approve')) throw new NotFound()
  return { accounts: [], next: undefined, total: 0 }
}

const own = and(eq(member.id, account.memberId), inRoster)
const home = eq(unit.id, member.unitId)
const card = {
  accountId: account.id,
  name: member.fullName,
  cardNumber: member.cardNumber,
  phone: member.phone,
  unitName: unit.name,
  inCell: sql<boolean>`${unit.kind} = 'cell'`,
  registeredAt: account.registeredAt,
}

function beyond(after: string): SQL {
  const [at, id] = after.split('~')
  return sql`(${account.registeredAt}, ${account.id}) > (${at}::timestamptz, ${id}::uuid)`
}
