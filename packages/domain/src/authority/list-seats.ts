import { containing } from '@sotay/db'
import { authorize, inScope, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, count, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { member } from '../members'
import { asOf, unit } from '../organisation'
import { type ListSeats, listSeatsInput } from './inputs'
import { expiryHorizon } from './list-grants'
import { namesMember } from './member-choices'
import { custody, seat } from './schema'

/**
 * Open seats in the actor's part of the tree with who holds each today, in the order they were opened.
 * @param input `state`: held, vacant, or held and ending soon; `search` in units' and custodians' names
 */
export async function listSeats(ctx: TenantContext, input: ListSeats = {}) {
  const scope = authorize(ctx, 'authority.read')
  const { state, search, after, size } = listSeatsInput.parse(input)
  const today = todayOf(ctx)
  const matching = and(
    isNull(seat.closedAt),
    inScope(unit.path, scope),
    inState(ctx, state),
    search ? named(search) : undefined,
  )
  const holding = and(eq(custody.seatId, seat.id), eq(custody.cancelled, false), asOf(custody, today))
  const rows = () =>
    ctx.db
      .select({
        id: seat.id,
        name: seat.name,
        role: seat.role,
        unitId: unit.id,
        unitName: unit.name,
        custodian: member.fullName,
        custodyId: custody.id,
        validFrom: custody.validFrom,
        validUntil: custody.validUntil,
      })
      .from(seat)
      .innerJoin(unit, eq(unit.id, seat.unitId))
      .leftJoin(custody, holding)
      .leftJoin(member, eq(member.id, custody.memberId))
  const [page, [total]] = await Promise.all([
    rows()
      .where(and(matching, after ? gt(seat.id, after) : undefined))
      .orderBy(asc(seat.id))
      .limit(size + 1),
    ctx.db
      .select({ rows: count() })
      .from(seat)
      .innerJoin(unit, eq(unit.id, seat.unitId))
      .leftJoin(custody, holding)
      .leftJoin(member, eq(member.id, custody.memberId))
      .where(matching),
  ])
  const horizon = expiryHorizon(ctx)
  const seats = page.slice(0, size).map((row) => ({
    ...row,
    expiring: horizon !== undefined && row.validUntil !== null && row.validUntil <= horizon,
  }))
  return { seats, next: page.length > size ? seats.at(-1)?.id : undefined, total: total?.rows ?? 0 }
}
export type SeatLine = Awaited<ReturnType<typeof listSeats>>['seats'][number]

function inState(ctx: TenantContext, state: 'all' | 'held' | 'vacant' | 'expiring'): SQL | undefined {
  if (state === 'held') return sql`${custody.id} is not null`
  if (state === 'vacant') return isNull(custody.id)
  if (state === 'all') return undefined
  const horizon = expiryHorizon(ctx)
  return horizon ? sql`${custody.validUntil} <= ${horizon}::date` : sql`false`
}

function named(search: string): SQL | undefined {
  const literal = containing(search.normalize('NFC'))
  return or(
    sql`fold(${unit.name}) like fold(${literal})`,
    sql`fold(${seat.name}) like fold(${literal})`,
    namesMember(search),
  )
}
