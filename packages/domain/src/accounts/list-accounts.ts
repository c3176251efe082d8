import { may, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, count, eq, gte, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { inUnitNamed, namedLike } from './find-members'
import { type AccountList, type AccountState, accountListInput } from './inputs'
import { overseen, overseerOf } from './overseer'
import { type AccountStatus, account, roleGrant, signInEvent } from './schema'

/**
 * The accounts the actor looks after, in the order rosters are read in, a page at a time.
 * The day of the last sign-in is told to who manages accounts alone, and never a time of day or a duration.
 * @throws NotFound for who looks after no accounts
 */
export async function listAccounts(ctx: TenantContext, input: AccountList = {}) {
  const overseer = overseerOf(ctx)
  const { search, unit: place, state, role, after, size } = accountListInput.parse(input)
  const matching = and(
    overseen(ctx, overseer, unit.path),
    search ? namedLike(search) : undefined,
    place ? inUnitNamed(unit.path, place) : undefined,
    state ? inState(ctx, state) : undefined,
    role ? holds(ctx, role) : undefined,
  )
  const columns = { ...line, lastSignIn: may(ctx, 'accounts.manage') ? lastSignIn(ctx) : sql<string | null>`null` }
  const [page, [total]] = await Promise.all([
    ctx.db
      .select(columns)
      .from(account)
      .innerJoin(member, own)
      .innerJoin(unit, home)
      .where(and(matching, after ? beyond(after) : undefined))
      .orderBy(asc(inOrder), asc(member.id))
      .limit(size + 1),
    ctx.db.select({ rows: count() }).from(account).innerJoin(member, own).innerJoin(unit, home).where(matching),
  ])
  const accounts = page.slice(0, size).map((row) => ({ ...row, state: stateOf(ctx, row) }))
  return { accounts, next: page.length > size ? accounts.at(-1)?.memberId : undefined, total: total?.rows ?? 0 }
}
export type ListedAccount = Awaited<ReturnType<typeof listAccounts>>['accounts'][number]

const own = and(eq(member.id, account.memberId), inRoster)
const home = eq(unit.id, member.unitId)
const inOrder = sql`sort_name collate "vi-x-icu"`
const line = {
  accountId: account.id,
  memberId: member.id,
  name: member.fullName,
  cardNumber: member.cardNumber,
  unitName: unit.name,
  status: account.status,
  restrictedUntil: account.restrictedUntil,
  passwordExpiresAt: account.passwordExpiresAt,
}

const beyond = (memberId: string): SQL =>
  sql`(${inOrder}, ${member.id}) > (select before.sort_name collate "vi-x-icu", before.id from ${member} before where before.id = ${memberId})`

/** The day of the latest sign-in, in the province's zone. */
const lastSignIn = (ctx: TenantContext) => sql<string | null>`(
  select (max(${signInEvent.at}) at time zone ${ctx.config.timezone})::date::text from ${signInEvent}
  where ${signInEvent.accountId} = ${account.id} and ${signInEvent.outcome} = 'signed-in'
)`

/** What an account's columns come to on the day. */
export function stateOf(
  ctx: TenantContext,
  given: { status: AccountStatus; restrictedUntil: string | null; passwordExpiresAt: Date | null },
): AccountState {
  if (given.status !== 'active') return given.status
  if (given.restrictedUntil !== null && given.restrictedUntil >= todayOf(ctx)) return 'restricted'
  return given.passwordExpiresAt ? 'issued' : 'active'
}

function inState(ctx: TenantContext, state: AccountState): SQL | undefined {
  const active = eq(account.status, 'active')
  const withheld = gte(account.restrictedUntil, todayOf(ctx))
  const free = or(isNull(account.restrictedUntil), lt(account.restrictedUntil, todayOf(ctx)))
  if (state === 'restricted') return and(active, withheld)
  if (state === 'issued') return and(active, free, isNotNull(account.passwordExpiresAt))
  if (state === 'active') return and(active, free, isNull(account.passwordExpiresAt))
  return eq(account.status, state)
}

/** Names are written out: a correlated subquery needs them. */
const holds = (ctx: TenantContext, role: string): SQL => sql`exists (
  select from ${roleGrant} held where held.member_id = ${member.id} and held.role = ${role}
    and held.valid_from <= ${todayOf(ctx)}::date and (held.valid_until is null or held.valid_until >= ${todayOf(ctx)}::date)
)`
