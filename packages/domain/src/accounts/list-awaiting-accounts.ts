import type { TenantContext } from '@sotay/kernel'
import { and, asc, count, eq, or, type SQL, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { approverOf, decidedBy } from './approver'
import { type AwaitingPage, awaitingPageInput } from './inputs'
import { account } from './schema'

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
 * @param input `search` by name with or without diacritics, or by card; `after` is the key the page before ended with
 * @throws NotFound when the actor approves nowhere
 * Source: QN 10.1.3
 */
export async function listAwaitingAccounts(ctx: TenantContext, input: AwaitingPage = {}) {
  const approver = approverOf(ctx)
  const { search, after, size } = awaitingPageInput.parse(input)
  const matching = and(
    eq(account.status, 'awaiting_approval'),
    decidedBy(ctx, approver, unit.path),
    search ? matches(search) : undefined,
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

const own = eq(member.id, account.memberId)
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

function matches(search: string): SQL | undefined {
  const within = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`
  const bareCard = search.replace(/[\s.\-/]/g, '')
  return or(
    sql`${member.foldedName} like fold(${within(search.normalize('NFC'))})`,
    sql`regexp_replace(${member.cardNumber}, '[^[:alnum:]]', '', 'g') like ${within(bareCard)}`,
  )
}

function beyond(after: string): SQL {
  const [at, id] = after.split('~')
  return sql`(${account.registeredAt}, ${account.id}) > (${at}::timestamptz, ${id}::uuid)`
}
