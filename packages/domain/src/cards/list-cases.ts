import { containing } from '@sotay/db'
import { authorize, inScope, isId, may, NotFound, type TenantContext } from '@sotay/kernel'
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { inRoster, matchesMember, member } from '../members'
import { unit } from '../organisation'
import { type CardList, cardListInput } from './inputs'
import { cardCase } from './schema'

export type ListedCase = Awaited<ReturnType<typeof listCardCases>>['cases'][number]

/** The cases of members within the actor's scope, latest first, a page at a time, with how many there are in each state. */
export async function listCardCases(ctx: TenantContext, input: CardList = {}) {
  const scope = authorize(ctx, 'cards.read')
  const { search, unit: place, kind, status, after, size } = cardListInput.parse(input)
  const matching = and(
    inScope(unit.path, scope),
    search ? named(search) : undefined,
    place ? inUnitNamed(place) : undefined,
    kind ? eq(cardCase.kind, kind) : undefined,
  )
  const inState = status ? eq(cardCase.status, status) : undefined
  const [page, counted] = await Promise.all([
    ctx.db
      .select(line)
      .from(cardCase)
      .innerJoin(member, own)
      .innerJoin(unit, home)
      .where(and(matching, inState, after ? beyond(after) : undefined))
      .orderBy(desc(cardCase.reportedAt), desc(cardCase.id))
      .limit(size + 1),
    ctx.db
      .select({ status: cardCase.status, rows: count() })
      .from(cardCase)
      .innerJoin(member, own)
      .innerJoin(unit, home)
      .where(matching)
      .groupBy(cardCase.status),
  ])
  const cases = page.slice(0, size)
  const last = page.length > size ? cases.at(-1) : undefined
  const counts = Object.fromEntries(counted.map((entry) => [entry.status, entry.rows]))
  return { cases, counts, next: last && `${last.reportedAt.toISOString()}~${last.caseId}` }
}

/** One case, with what the actor may do about it. @throws NotFound outside the scope */
export async function readCardCase(ctx: TenantContext, { caseId }: { caseId: string }) {
  const scope = authorize(ctx, 'cards.read')
  if (!isId(caseId)) throw new NotFound()
  const [found] = await ctx.db
    .select({ ...line, cardNumber: member.cardNumber, outcome: cardCase.outcome, reportedBy: cardCase.reportedBy })
    .from(cardCase)
    .innerJoin(member, own)
    .innerJoin(unit, home)
    .where(and(eq(cardCase.id, caseId), inScope(unit.path, scope)))
  if (!found) throw new NotFound()
  const { reportedBy, ...shown } = found
  const me = ctx.actor.kind === 'member' ? ctx.actor.memberId : undefined
  const open = found.status === 'reported' || found.status === 'confirmed'
  const others = open && me !== found.memberId
  return {
    ...shown,
    mayConfirm: others && found.status === 'reported' && may(ctx, 'cards.confirm'),
    mayResolve: others && found.status === 'confirmed' && may(ctx, 'cards.resolve'),
    mayRefuse: others && may(ctx, 'cards.resolve'),
    mayWithdraw: open && (me === found.memberId || me === reportedBy),
  }
}

/** The actor's own cases, latest first. */
export async function listOwnCases(ctx: TenantContext) {
  authorize(ctx, 'cards.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  const { actor } = ctx
  const [cases, [held]] = await Promise.all([
    ctx.db
      .select({ ...line, outcome: cardCase.outcome })
      .from(cardCase)
      .innerJoin(member, own)
      .innerJoin(unit, home)
      .where(eq(cardCase.memberId, actor.memberId))
      .orderBy(desc(cardCase.reportedAt))
      .limit(50),
    ctx.db.select({ cardNumber: member.cardNumber }).from(member).where(eq(member.id, actor.memberId)),
  ])
  return { cases, cardNumber: held?.cardNumber ?? '' }
}

const own = and(eq(member.id, cardCase.memberId), inRoster)
const home = eq(unit.id, member.unitId)
const line = {
  caseId: cardCase.id,
  memberId: cardCase.memberId,
  kind: cardCase.kind,
  status: cardCase.status,
  name: member.fullName,
  unitName: unit.name,
  oldCard: cardCase.oldCard,
  otherCard: cardCase.otherCard,
  newCard: cardCase.newCard,
  note: cardCase.note,
  reportedAt: cardCase.reportedAt,
  confirmedAt: cardCase.confirmedAt,
  decidedAt: cardCase.decidedAt,
}

const named = (search: string): SQL => sql`(${matchesMember(search)} or ${cardCase.oldCard} like ${containing(search)})`

const inUnitNamed = (name: string): SQL =>
  sql`${unit.path} <@ any(array(select named.path from ${unit} named where fold(named.name) like fold(${containing(name)})))`

function beyond(after: string): SQL {
  const [at, id] = after.split('~')
  return sql`(${cardCase.reportedAt}, ${cardCase.id}) < (${at}::timestamptz, ${id}::uuid)`
}
