import { authorize, type TenantContext } from '@sotay/kernel'
import { type UnitChoice, unitChoices } from '../organisation'

const MOST = 50

/** Units a roster may be sent in for, outermost first, by part of their name. */
export async function listImportUnits(ctx: TenantContext, { search }: { search: string }): Promise<UnitChoice[]> {
  const scope = authorize(ctx, 'imports.manage')
  return unitChoices(ctx, { search, scope, kinds: ['committee', 'cell'], limit: MOST })
}
