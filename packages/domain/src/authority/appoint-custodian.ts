import { sqlState } from '@sotay/db'
import {
  audit,
  authorize,
  Conflict,
  newId,
  type Scope,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { giveRoles } from '../accounts'
import { recordDecision } from '../organisation'
import type { RecordDecision } from '../organisation/inputs'
import { assertDecided } from './decided'
import { assertGrantable, type Granting, grantingOf } from './granting'
import { type AppointCustodian, appointCustodianInput } from './inputs'
import { loadPeople } from './load-people'
import { loadPlace } from './load-place'
import { loadSeat } from './load-seat'
import { overlapping, type Period, periodFrom } from './period'
import { custody, type seat } from './schema'

/**
 * Gives a vacant seat to a custodian over a period, by decision where the province asks for one: who signs in as
 * themselves then holds the seat's role for exactly those days.
 * @throws NotFound outside the scope · Conflict when somebody holds the seat on one of the days, or for oneself · Invalid
 *   without a decision where one is needed, and for the days
 * Source: QN 2.6, 6.7, 16.4
 */
export async function appointCustodian(ctx: TenantContext, input: AppointCustodian): Promise<{ id: string }> {
  const scope = authorize(ctx, 'authority.manage')
  const granting = grantingOf(ctx)
  const { seatId, memberId, decision, ...days } = appointCustodianInput.parse(input)
  assertDecided(decision, ctx.config.accounts.seats?.decisionRequired)
  const period = periodFrom(ctx, days)
  return transaction(ctx, async (tx) => {
    const { seat: found } = await loadSeat(tx, scope, seatId)
    return beginCustody(tx, { scope, granting, seat: found, memberId, period, decision })
  })
}

export interface Beginning {
  scope: Scope
  granting: Granting
  seat: typeof seat.$inferSelect
  memberId: string
  period: Period
  decision: RecordDecision | undefined
}

/** The second half of an appointment and of a handing over: the custody, its role and its decision. */
export async function beginCustody(tx: TransactionContext, given: Beginning): Promise<{ id: string }> {
  const { scope, granting, seat, memberId, period, decision } = given
  const place = await loadPlace(tx, seat.unitId, period.validFrom)
  const role = assertGrantable(tx, granting, seat.role, place)
  await loadPeople(tx, scope, [memberId])
  const taken = and(eq(custody.seatId, seat.id), eq(custody.cancelled, false), overlapping(custody, period))
  const [other] = await tx.db.select({ id: custody.id }).from(custody).where(taken).limit(1)
  if (other) throw new Conflict('authority.seat-taken')
  const decisionId = decision ? (await recordDecision(tx, decision)).id : null
  const row = { id: newId(), seatId: seat.id, memberId, ...period, decisionId }
  await tx.db.insert(custody).values(row).catch(refuseOverlap)
  await giveRoles(tx, [{ memberId, role, unitId: seat.unitId, ...period, source: 'seat', sourceId: row.id }])
  audit(tx, 'authority.custodian-appointed', row, { seatId: seat.id, ...period, decisionId })
  return { id: row.id }
}

/** The database's own rule says the same, should two ever come past the seat's lock. */
function refuseOverlap(error: unknown): never {
  if (sqlState(error) === '23P01') throw new Conflict('authority.seat-taken')
  throw error
}
