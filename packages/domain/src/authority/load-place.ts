import { Conflict, NotFound, type TransactionContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { unit } from '../organisation'

/**
 * The unit a right is to be held at from a day on, kept from ending meanwhile.
 * @throws NotFound for an unknown unit · Conflict when it is not there on that day
 */
export async function loadPlace(tx: TransactionContext, unitId: string, day: string) {
  const [place] = await tx.db.select().from(unit).where(eq(unit.id, unitId)).for('share')
  if (!place) throw new NotFound()
  if (place.validFrom > day || (place.validUntil !== null && place.validUntil < day)) {
    throw new Conflict('authority.unit-not-in-force', { unit: place.name })
  }
  return place
}
