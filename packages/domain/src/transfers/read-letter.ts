import { audit, authorize, isId, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { letterNumber } from './letter-number'
import { findTransfer } from './load-transfer'
import type { TransferKind } from './schema'
import { stancesOf } from './stances'

/** What a letter of introduction says. */
export interface TransferLetter {
  kind: TransferKind
  number: string
  issuer: string
  /** The committee above the one that issues. */
  above: string | null
  /** The day it was decided on. */
  day: string
  memberName: string
  birthDate: string | null
  cardNumber: string
  admittedOn: string | null
  confirmedOn: string | null
  probationary: boolean
  fromName: string
  toName: string
  effectiveOn: string
  untilOn: string | null
}

/**
 * The letter of introduction of a decided transfer, to print; each time is recorded.
 * @throws NotFound outside the actor's units unless it is the actor's own, and before the decision
 * Source: QN 10.2.2
 */
export async function readTransferLetter(
  ctx: TenantContext,
  { transferId }: { transferId: string },
): Promise<TransferLetter> {
  authorize(ctx, 'transfers.own')
  if (!isId(transferId)) throw new NotFound()
  return transaction(ctx, async (tx) => {
    const found = await findTransfer(tx, transferId)
    const held = stancesOf(tx, found)
    const number = letterNumber(found)
    const { memberId, decidedAtUnitId, effectiveOn, kind } = found
    const decided = found.status === 'decided' || found.status === 'effective'
    if (!held.has('reader') && !held.has('member')) throw new NotFound()
    if (!decided || !number || !memberId || !decidedAtUnitId || !effectiveOn) throw new NotFound()
    const [[person], [issuer]] = await Promise.all([
      tx.db.select().from(member).where(eq(member.id, memberId)),
      tx.db.select({ name: unit.name, above }).from(unit).where(eq(unit.id, decidedAtUnitId)),
    ])
    audit(tx, 'transfers.letter-printed', { id: transferId })
    const { fullName, cardNumber, birthDate, admittedOn, confirmedOn, status } = person!
    return {
      ...{ kind, number, effectiveOn, cardNumber, birthDate, admittedOn, confirmedOn, untilOn: found.untilOn },
      issuer: issuer!.name,
      above: issuer!.above,
      day: effectiveOn,
      memberName: fullName,
      probationary: status === 'probationary',
      fromName: found.homeName ?? '',
      toName: (kind === 'out' ? found.elsewhere : found.goalName) ?? '',
    }
  })
}

const above = sql<string | null>`(select up.name from ${unit} up where up.id = ${unit.parentId})`
