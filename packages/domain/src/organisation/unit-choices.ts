import type { Scope, TenantContext } from '@sotay/kernel'
import { type FoundUnit, findUnits } from './find-units'
import { type UnitChoices, unitChoicesInput } from './inputs'
import { treeDay } from './places'

export type UnitChoice = Omit<FoundUnit, 'total'>

/**
 * Units to choose among, by name with or without diacritics, outermost first; ended ones and those not yet begun on
 * the day are never among them.
 * @param scope where the caller's verb allows the choice: what `authorize` answered
 * @param input `day` another than today
 */
export async function unitChoices(
  ctx: TenantContext,
  { scope, ...input }: UnitChoices & { scope: Scope },
): Promise<UnitChoice[]> {
  const { day, ...wanted } = unitChoicesInput.parse(input)
  return findUnits(ctx, { ...wanted, scope, at: treeDay(ctx, day) })
}
