import { isUniqueViolation } from '@sotay/db'
import { Conflict, covers, type Scope, type TransactionContext } from '@sotay/kernel'
import { and, eq, inArray, ne } from 'drizzle-orm'
import { unit } from '../organisation'
import { inRoster } from './in-roster'
import { member } from './schema'

/** Who is looked for, in every way a card may be written. */
export interface Distinct {
  written: readonly string[]
  phone: string | null
  sharedPhone: boolean
  /** The member being edited. */
  except?: string
}

/**
 * Refuses a card, or a telephone number not said to be shared, that somebody has. The holder is named to those whose
 * scope has them, and to nobody else (R5).
 * @throws Conflict saying what to do
 */
export async function refuseDuplicates(tx: TransactionContext, scope: Scope, given: Distinct): Promise<void> {
  const other = given.except ? ne(member.id, given.except) : undefined
  const holder = async (condition: Parameters<typeof and>[0]) => {
    const [found] = await tx.db
      .select({ name: member.fullName, unit: unit.name, path: unit.path, leftOn: member.leftOn })
      .from(member)
      .innerJoin(unit, eq(unit.id, member.unitId))
      .where(and(condition, other))
      .limit(1)
    return found
  }
  const byCard = given.written.length > 0 && (await holder(inArray(member.cardNumber, [...given.written])))
  if (byCard) {
    if (!covers(scope, byCard.path)) throw new Conflict('members.duplicate-card')
    const { name, unit } = byCard
    throw new Conflict(byCard.leftOn ? 'members.card-of-left' : 'members.duplicate-card-here', { name, unit })
  }
  if (!given.phone || given.sharedPhone) return
  const byPhone = await holder(and(eq(member.phone, given.phone), inRoster))
  if (!byPhone) return
  if (!covers(scope, byPhone.path)) throw new Conflict('members.duplicate-phone')
  throw new Conflict('members.duplicate-phone-here', { name: byPhone.name, unit: byPhone.unit })
}

/** Two who write one card at the same moment: the index has the last word. */
export function refuseSameCard(error: unknown): never {
  if (isUniqueViolation(error, 'member_card_number')) throw new Conflict('members.duplicate-card')
  throw error
}
