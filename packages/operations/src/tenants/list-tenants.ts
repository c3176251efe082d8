import type { OperationsContext } from '../context'
import { type FleetLine, readFleet } from '../fleet/read-fleet'

/** A line of the vendor's list. */
export type TenantSummary = FleetLine

/** Every province with its size and state at this moment, by slug. */
export const listTenants = async (ctx: OperationsContext): Promise<TenantSummary[]> =>
  (await readFleet(ctx, { fresh: true })).provinces
