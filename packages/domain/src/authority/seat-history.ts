import { authorize, inScope, isId, may, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { and, desc, eq } from 'drizzle-orm'
import { member } from '../members'
import { decision, unit } from '../organisation'
import { custody, seat } from './schema'

const custodyColumns = {
  id: custody.id,
  memberId: custody.memberId,
  name: member.fullName,
  cardNumber: member.cardNumber,
  validFrom: custody.validFrom,
  validUntil: custody.validUntil,
  cancelled: custody.cancelled,
  endReason: custody.endReason,
  endedBy: custody.endedBy,
  decisionId: custody.decisionId,
  decisionNumber: decision.number,
  decisionSignedOn: decision.signedOn,
  decisionSigner: decision.signer,
  scanned: decision.fileKey,
}

export type CustodyState = 'current' | 'planned' | 'ended' | 'cancelled'

/** A seat and everybody who held it, holds it or is to, newest first. @throws NotFound outside the scope */
export async function seatHistory(ctx: TenantContext, { seatId }: { seatId: string }) {
  const scope = authorize(ctx, 'authority.read')
  if (!isId(seatId)) throw new NotFound()
  const [found] = await ctx.db
    .select({
      id: seat.id,
      name: seat.name,
      role: seat.role,
      unitId: unit.id,
      unitName: unit.name,
      unitPath: unit.path,
      createdAt: seat.createdAt,
      closedAt: seat.closedAt,
    })
    .from(seat)
    .innerJoin(unit, eq(unit.id, seat.unitId))
    .where(and(eq(seat.id, seatId), inScope(unit.path, scope)))
  if (!found) throw new NotFound()
  const rows = await ctx.db
    .select(custodyColumns)
    .from(custody)
    .innerJoin(member, eq(member.id, custody.memberId))
    .leftJoin(decision, eq(decision.id, custody.decisionId))
    .where(eq(custody.seatId, seatId))
    .orderBy(desc(custody.validFrom), desc(custody.id))
  const today = todayOf(ctx)
  const custodies = rows.map(({ scanned, endedBy, ...row }) => ({
    ...row,
    endedWith: endedWith(endedBy),
    scanned: scanned !== null,
    state: custodyState(row, today),
  }))
  const { unitPath: _, ...shown } = found
  return { seat: shown, custodies, manageable: may(ctx, 'authority.manage') && found.closedAt === null }
}
export type CustodyLine = Awaited<ReturnType<typeof seatHistory>>['custodies'][number]

/** What ended it where no officer did: the person left the roster, or the cell. */
function endedWith(endedBy: string | null): 'left' | 'moved' | null {
  if (endedBy?.startsWith('left:')) return 'left'
  return endedBy && /^(transfer|import|change):/.test(endedBy) ? 'moved' : null
}

function custodyState(
  { cancelled, validFrom, validUntil }: { cancelled: boolean; validFrom: string; validUntil: string | null },
  today: string,
): CustodyState {
  if (cancelled) return 'cancelled'
  if (validUntil !== null && validUntil < today) return 'ended'
  return validFrom > today ? 'planned' : 'current'
}
