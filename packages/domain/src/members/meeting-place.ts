import { Conflict, covers, NotFound, type Scope, type TransactionContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { unit } from '../organisation'

/**
 * A unit that members may belong to on a day: a cell, or a level at which the configuration says that members meet. Where
 * no level has members (a steering body), any unit serves.
 * @param scope the unit must lie in it, when given
 * @throws NotFound for an unknown unit · Conflict when it is no cell, was not there yet or has ended
 */
export async function loadMeetingPlace(tx: TransactionContext, unitId: string, day: string, scope?: Scope) {
  const [place] = await tx.db.select().from(unit).where(eq(unit.id, unitId)).for('share')
  if (!place || (scope && !covers(scope, place.path))) throw new NotFound()
  const meeting = tx.config.organisation.levels.filter((level) => level.members).map(({ key }) => key)
  if (meeting.length > 0 && place.kind !== 'cell' && !meeting.includes(place.level)) {
    throw new Conflict('members.not-a-cell', { unit: place.name })
  }
  if (place.validFrom > day) throw new Conflict('members.cell-not-yet', { unit: place.name })
  if (place.validUntil !== null && place.validUntil < day)
    throw new Conflict('members.cell-ended', { unit: place.name })
  return place
}
