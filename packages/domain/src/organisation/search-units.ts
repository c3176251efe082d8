import type { TenantContext } from '@sotay/kernel'
import { type FoundUnit, findUnits } from './find-units'
import { type SearchUnits, searchUnitsInput } from './inputs'
import { treeDay } from './places'
import { readingScope } from './scope-on-day'

/** A list that is read, not paged: whoever finds more says more. */
const MOST = 100

/** Units that the actor may look at, by words of their name and by level, on any day. */
export async function searchUnits(
  ctx: TenantContext,
  input: SearchUnits,
): Promise<{ units: FoundUnit[]; total: number }> {
  const scope = readingScope(ctx)
  const { day, ...wanted } = searchUnitsInput.parse(input)
  const units = await findUnits(ctx, { ...wanted, scope, at: treeDay(ctx, day), limit: MOST })
  return { units, total: units[0]?.total ?? 0 }
}
