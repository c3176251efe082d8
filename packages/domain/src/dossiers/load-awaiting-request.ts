import { Conflict, NotFound, type TenantContext, type TransactionContext } from '@sotay/kernel'
import { and, eq, type SQL } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { decidableWithin } from './decidable'
import { holdPerson, type Person } from './find-person'
import { type OpenRequest, withChanges } from './load-request'
import { fileRequest } from './schema'

/**
 * A request that waits for somebody with the actor's right.
 * @throws NotFound outside it · Conflict when it was decided or taken back
 */
export async function findAwaitingRequest(ctx: TenantContext, requestId: string): Promise<OpenRequest> {
  const row = await find(ctx, requestId, decidableWithin(ctx))
  if (row.status !== 'awaiting') throw new Conflict('dossiers.not-awaiting')
  return withChanges(ctx, row)
}

/**
 * The same, with its member's row held, and only in the form the officer has seen.
 * @throws Conflict also when the member changed it since
 */
export async function holdAwaitingRequest(
  tx: TransactionContext,
  { requestId, revision }: { requestId: string; revision: number },
): Promise<{ request: OpenRequest; person: Person }> {
  const { memberId } = await find(tx, requestId, decidableWithin(tx))
  const person = await holdPerson(tx, memberId)
  // Read again now that nobody else can write it.
  const request = await findAwaitingRequest(tx, requestId)
  if (request.revision !== revision) throw new Conflict('dossiers.request-revised')
  return { request, person }
}

async function find({ db }: Pick<TenantContext, 'db'>, requestId: string, within: SQL | undefined) {
  const [found] = await db
    .select({ request: fileRequest })
    .from(fileRequest)
    .innerJoin(member, eq(member.id, fileRequest.memberId))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(fileRequest.id, requestId), within))
  // A draft is the member's alone.
  if (!found || found.request.status === 'draft') throw new NotFound()
  return found.request
}
