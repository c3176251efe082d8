import type { TenantContext } from '@sotay/kernel'
import { countExport } from '../organisation'
import type { ReadAdoption } from './inputs'
import { type AdoptionOverview, readAdoption } from './read-adoption'

/** The table of units, to carry out in a file: counted and recorded as one. @throws as `readAdoption` and `countExport` */
export async function exportAdoptionTable(ctx: TenantContext, input: ReadAdoption): Promise<AdoptionOverview> {
  const overview = await readAdoption(ctx, input)
  await countExport(ctx, 'adoption.units', overview.units.length + 1)
  return overview
}
