import type { PlatformDb } from '@sotay/db'
import { Conflict } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { and, eq, isNull } from 'drizzle-orm'

/**
 * Holds every owner until the transaction ends, so that of two who leave at once one stays.
 * @throws Conflict when this one is the only owner left
 */
export async function assertOtherOwner(tx: PlatformDb, { id, email }: { id: string; email: string }): Promise<void> {
  const owners = await tx
    .select({ id: operator.id })
    .from(operator)
    .where(and(eq(operator.role, 'owner'), isNull(operator.disabledAt)))
    .for('update')
  if (owners.length === 1 && owners[0]?.id === id) throw new Conflict('operations.last-owner', { email })
}
