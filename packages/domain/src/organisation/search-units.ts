import type { TenantContext } from '@sotay/kernel'
import { findEndedUnits } from './find-ended-units'
import { type FoundUnit, findUnits } from './find-units'
import { type SearchUnits, searchUnitsInput } from './inputs'
import { treeDay } from './places'
import { readingScope } from './scope-on-day'

/** A list that is read, not paged: whoever finds more says more. */
const MOST = 100

/**
 * Units that the actor may look at, by words of their name and by level, on any day; where none stands then under such
 * a name, those that had ended by that day.
 */
export async function searchUnits(ctx: TenantContext, input: SearchUnits) {
  const scope = readingScope(ctx)
  const { day, ...wanted } = searchUnitsInput.parse(input)
  const at = treeDay(ctx, day)
  const units: FoundUnit[] = await findUnits(ctx, { ...wanted, scope, at, limit: MOST })
  const ended = units.length === 0 && wanted.search ? await findEndedUnits(ctx, { ...wanted, scope, at }) : []
  return { units, ended, total: units[0]?.total ?? 0 }
}
