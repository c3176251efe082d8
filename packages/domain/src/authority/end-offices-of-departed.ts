import { addDays, type Consequence, todayOf } from '@sotay/kernel'
import { inArray } from 'drizzle-orm'
import { signOutMembers } from '../accounts'
import { member } from '../members'
import { endOffices } from './end-offices'

/**
 * Who leaves the roster holds no office from then on, and is signed out everywhere; who comes back is given none back.
 * On the day of leaving itself, they are gone with the next request.
 * Source: QN 2.6, 16.4
 */
export const endOfficesOfDeparted: Consequence = {
  of: ['members.left'],
  async follow(tx, acts) {
    const memberIds = acts.map(({ subjectId }) => subjectId!)
    const left = await tx.db
      .select({ memberId: member.id, on: member.leftOn, leaving: member.leaving })
      .from(member)
      .where(inArray(member.id, memberIds))
    const yesterday = addDays(todayOf(tx), -1)
    for (const leaving of new Set(left.map((one) => one.leaving))) {
      const endings = left.flatMap(({ memberId, on, leaving: why }) =>
        why === leaving && on ? [{ memberId, last: on < yesterday ? on : yesterday }] : [],
      )
      await endOffices(tx, endings, `left:${leaving}`)
    }
    await signOutMembers(tx, memberIds)
  },
}
