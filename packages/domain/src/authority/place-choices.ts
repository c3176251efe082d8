import { authorize, type TenantContext } from '@sotay/kernel'
import { type UnitChoice, unitChoices } from '../organisation'
import { grantingOf, grantingScope } from './granting'
import { hasSeats } from './open-seat'

/** Units by name in which the actor hands out roles. @param reading those the actor may look at instead */
export async function placeChoices(
  ctx: TenantContext,
  { search, seats = false, reading = false }: { search: string; seats?: boolean; reading?: boolean },
): Promise<UnitChoice[]> {
  const scope = reading ? authorize(ctx, 'authority.read') : grantingScope(grantingOf(ctx))
  const choices = await unitChoices(ctx, { search: search.slice(0, 80), scope })
  return seats ? choices.filter((place) => hasSeats(ctx, place)) : choices
}
