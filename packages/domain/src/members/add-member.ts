import { audit, authorize, Invalid, newId, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { type AddMember, addMemberInput } from './inputs'
import { checkLine, probationEnd } from './line-rules'
import { loadMeetingPlace } from './meeting-place'
import { refuseDuplicates, refuseSameCard } from './refuse-duplicates'
import { member, membership } from './schema'

export type Member = typeof member.$inferSelect

/**
 * Puts a member on the roster of a cell; the end of probation follows from the admission.
 * @throws NotFound when the unit is outside the actor's scope · Invalid by field · Conflict when the card is on the roster
 * already, when a telephone number not said to be shared is, or when the unit is no cell on that day
 * Source: R8, QN 10.2
 */
export async function addMember(ctx: TenantContext, input: AddMember): Promise<Member> {
  const scope = authorize(ctx, 'members.manage')
  const { memberSince = todayOf(ctx), sharedPhone, ...fields } = addMemberInput.parse(input)
  const { written, ...kept } = checkLine(ctx, fields)
  if (memberSince > todayOf(ctx)) throw new Invalid({ memberSince: ['members.since-ahead'] })
  return transaction(ctx, async (tx) => {
    const home = await loadMeetingPlace(tx, fields.unitId, memberSince, scope)
    // A cell that stood on the day but has ended since would keep them for good.
    if (memberSince < todayOf(tx)) await loadMeetingPlace(tx, fields.unitId, todayOf(tx), scope)
    await refuseDuplicates(tx, scope, { written, phone: kept.phone, sharedPhone })
    const probationEndsOn = probationEnd(tx, fields.status, fields.admittedOn)
    const row = { ...fields, ...kept, id: newId(), createdAt: tx.clock.now(), probationEndsOn }
    const [added] = await tx.db.insert(member).values(row).returning().catch(refuseSameCard)
    await tx.db
      .insert(membership)
      .values({ id: newId(), memberId: added!.id, unitId: home.id, kind: 'primary', validFrom: memberSince })
    audit(tx, 'members.added', added!, { unitId: home.id })
    return added!
  })
}
