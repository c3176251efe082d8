import { authorize, type TenantContext } from '@sotay/kernel'
import { type UnitChoice, type UnitKind, unitChoices } from '../organisation'

/** Units of the actor's office to choose among, by name; those a change may be about, or that take something over. */
export function chooseUnit(
  ctx: TenantContext,
  { search, kinds, limit }: { search: string; kinds?: UnitKind[]; limit?: number },
): Promise<UnitChoice[]> {
  const scope = authorize(ctx, 'reorganisation.manage')
  return unitChoices(ctx, { scope, search: search.slice(0, 80), kinds, limit })
}
