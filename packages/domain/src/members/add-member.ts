import { isUniqueViolation } from '@sotay/db'
import {
  audit,
  authorize,
  Conflict,
  covers,
  dayIn,
  NotFound,
  newId,
  type TenantContext,
  transaction,
} from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { unit } from '../organisation'
import { type AddMember, addMemberInput } from './inputs'
import { member, membership } from './schema'

export type Member = typeof member.$inferSelect

/**
 * Puts a member on the roster of a unit.
 * @throws NotFound when the unit is outside the actor's scope · Conflict when the card is on the roster already
 */
export async function addMember(ctx: TenantContext, input: AddMember): Promise<Member> {
  const scope = authorize(ctx, 'members.manage')
  const { memberSince, ...fields } = addMemberInput.parse(input)
  return transaction(ctx, async (tx) => {
    const [home] = await tx.db.select({ path: unit.path }).from(unit).where(eq(unit.id, fields.unitId))
    if (!home || !covers(scope, home.path)) throw new NotFound()
    const row = { id: newId(), createdAt: tx.clock.now(), ...fields }
    const [added] = await tx.db.insert(member).values(row).returning().catch(refuseDuplicate)
    const validFrom = memberSince ?? dayIn(tx.config.timezone, tx.clock.now())
    await tx.db
      .insert(membership)
      .values({ id: newId(), memberId: added!.id, unitId: added!.unitId, kind: 'primary', validFrom })
    audit(tx, 'members.added', added!)
    return added!
  })
}

function refuseDuplicate(error: unknown): never {
  if (isUniqueViolation(error, 'member_card_number')) throw new Conflict('members.duplicate-card')
  throw error
}
