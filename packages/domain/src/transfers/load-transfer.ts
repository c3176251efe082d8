import { Conflict, NotFound, type TenantContext, type TransactionContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { selectTransfers, type TransferRow } from './places'
import { transfer } from './schema'
import { type Act, mightTake, stancesOf, takes } from './stances'

/**
 * A transfer held until the transaction ends, with the places on its way as of today.
 * @throws NotFound for an unknown one
 */
export async function holdTransfer(tx: TransactionContext, transferId: string): Promise<TransferRow> {
  const [held] = await tx.db.select({ id: transfer.id }).from(transfer).where(eq(transfer.id, transferId)).for('update')
  if (!held) throw new NotFound()
  return findTransfer(tx, transferId)
}

/** @throws NotFound for an unknown one */
export async function findTransfer(ctx: TenantContext, transferId: string): Promise<TransferRow> {
  const [found] = await selectTransfers(ctx).where(eq(transfer.id, transferId))
  if (!found) throw new NotFound()
  return found
}

/**
 * Loads a transfer for an act of the actor.
 * @throws NotFound when the act is never theirs · Conflict when it is not the time for it
 */
export async function loadForAct(tx: TransactionContext, transferId: string, act: Act): Promise<TransferRow> {
  const found = await holdTransfer(tx, transferId)
  const held = stancesOf(tx, found)
  if (takes(act, found, held)) return found
  if (mightTake(act, found, held)) throw new Conflict('transfers.state-changed')
  throw new NotFound()
}
