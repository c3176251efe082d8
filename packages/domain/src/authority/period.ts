import { Invalid, type TenantContext, todayOf } from '@sotay/kernel'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Days a right is held, both inclusive; open while `validUntil` is absent. */
export interface Period {
  validFrom: string
  validUntil: string | null
}

/**
 * A period to come, from today when no first day is given: nobody held yesterday what is decided today.
 * @throws Invalid for a first day gone by, and for a last day before the first
 */
export function periodFrom(
  ctx: TenantContext,
  { validFrom, validUntil }: { validFrom?: string; validUntil?: string | null },
): Period {
  const today = todayOf(ctx)
  const from = validFrom ?? today
  if (from < today) throw new Invalid({ validFrom: ['authority.day-past'] })
  if (validUntil && validUntil < from) throw new Invalid({ validUntil: ['authority.period-order'] })
  return { validFrom: from, validUntil: validUntil ?? null }
}

/** True of rows that hold a day of the period; one that ended before it began holds none. */
export const overlapping = (
  held: { validFrom: SQLWrapper; validUntil: SQLWrapper },
  { validFrom, validUntil }: Period,
): SQL =>
  sql`(${held.validUntil} is null or (${held.validUntil} >= ${validFrom}::date and ${held.validUntil} >= ${held.validFrom}))
    and (${validUntil}::date is null or ${held.validFrom} <= ${validUntil}::date)`
