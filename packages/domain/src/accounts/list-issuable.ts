import { authorize, inScope, NotFound, type TenantContext } from '@sotay/kernel'
import { and, asc, count, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { inUnitNamed, namedLike } from './find-members'
import { type IssueAccounts, type IssuePage, issueAccountsInput, issuePageInput } from './inputs'
import { account } from './schema'

/**
 * Members who may be issued an account: those without one, or those whose letter was never used and may be lost.
 * @throws NotFound where members register themselves, and for who issues no accounts
 * Source: ĐX II.2.4
 */
export async function listIssuable(ctx: TenantContext, input: IssuePage = {}) {
  const scope = issuingScope(ctx)
  const { search, unit: place, show, after, size } = issuePageInput.parse(input)
  const matching = and(
    inScope(unit.path, scope),
    inRoster,
    show === 'unused' ? unused : without,
    search ? namedLike(search) : undefined,
    place ? inUnitNamed(unit.path, place) : undefined,
  )
  const rows = ctx.db.select(line).from(member).innerJoin(unit, home).leftJoin(account, own)
  const [page, [total]] = await Promise.all([
    rows
      .where(and(matching, after ? beyond(after) : undefined))
      .orderBy(asc(inOrder), asc(member.id))
      .limit(size + 1),
    ctx.db.select({ rows: count() }).from(member).innerJoin(unit, home).leftJoin(account, own).where(matching),
  ])
  const people = page.slice(0, size)
  return { people, next: page.length > size ? people.at(-1)?.memberId : undefined, total: total?.rows ?? 0 }
}

/** The chosen members once more before letters are made, those who have used their account left out. */
export async function checkIssue(ctx: TenantContext, input: IssueAccounts) {
  const scope = issuingScope(ctx)
  const memberIds = [...new Set(issueAccountsInput.parse(input).memberIds)]
  return ctx.db
    .select(line)
    .from(member)
    .innerJoin(unit, home)
    .leftJoin(account, own)
    .where(and(inArray(member.id, memberIds), inScope(unit.path, scope), inRoster, or(without, unused)))
    .orderBy(asc(unit.name), asc(inOrder), asc(member.id))
}

export type IssuableMember = Awaited<ReturnType<typeof checkIssue>>[number]

/** Where the actor issues accounts. @throws NotFound where members register themselves */
export function issuingScope(ctx: TenantContext) {
  const scope = authorize(ctx, 'accounts.issue')
  if (ctx.config.accounts.registration !== 'issued') throw new NotFound()
  return scope
}

/** A member let in again after a revocation has an account to be issued anew. */
const without = or(isNull(account.id), eq(account.status, 'returned'))
const unused = and(eq(account.status, 'active'), isNotNull(account.passwordExpiresAt))
const own = eq(account.memberId, member.id)
const home = eq(unit.id, member.unitId)
const inOrder = sql`sort_name collate "vi-x-icu"`
const line = {
  memberId: member.id,
  name: member.fullName,
  cardNumber: member.cardNumber,
  unitName: unit.name,
  expiresAt: account.passwordExpiresAt,
}

const beyond = (memberId: string) =>
  sql`(${inOrder}, ${member.id}) > (select before.sort_name collate "vi-x-icu", before.id from ${member} before where before.id = ${memberId})`
