import { isUniqueViolation } from '@sotay/db'
import {
  authorize,
  Conflict,
  covers,
  NotFound,
  newId,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import type { PortableFile } from '../dossiers'
import { loadMeetingPlace, member } from '../members'
import { openFile, sealArriving } from './arriving'
import { type ReceiveTransfer, receiveTransferInput } from './inputs'
import { recordStep } from './record-step'
import { rulesOf } from './rules'
import { transfer } from './schema'
import { readSigned, refused, type TransferContent, transferContent } from './signed-file'

/**
 * Takes in another province's file on a member, with the member's own, for a cell to accept.
 * @throws NotFound when the cell is outside the actor's scope · Invalid for a file that is damaged, not signed by the
 * province it names, not for this province, out of date, or with a member's file that does not open · Conflict when it was used, or the card is on the roster
 * Source: QN 10.2.2
 */
export async function receiveTransfer(ctx: TenantContext, input: ReceiveTransfer): Promise<{ id: string }> {
  const scope = authorize(ctx, 'transfers.receive')
  rulesOf(ctx)
  const { toUnitId, ...given } = receiveTransferInput.parse(input)
  const said = readSigned(ctx, 'transfer', given.file, { schema: transferContent, signer: ({ from }) => from.slug })
  if (said.to !== ctx.tenant.slug) throw refused('file-not-for-us')
  if (new Date(said.expiresAt) <= ctx.clock.now()) throw refused('file-expired')
  const file = openFile(ctx, said)
  return transaction(ctx, async (tx) => {
    const place = await loadMeetingPlace(tx, toUnitId, todayOf(tx))
    if (!covers(scope, place.path)) throw new NotFound()
    await assertNewCard(tx, said.person.cardNumber)
    return keep(tx, said, { toUnitId, file })
  })
}

interface Kept {
  toUnitId: string
  file: PortableFile
}

async function keep(tx: TransactionContext, said: TransferContent, { toUnitId, file }: Kept): Promise<{ id: string }> {
  const id = newId()
  const at = tx.clock.now()
  const { nonce, from, letter, person } = said
  await tx.db
    .insert(transfer)
    .values({
      id,
      kind: 'in',
      status: 'confirmed',
      toUnitId,
      elsewhere: `${from.name}, ${from.cell}`,
      partner: from.slug,
      nonce,
      person: sealArriving(tx, id, { person, file }),
      reason: letter,
      requestedAt: at,
      statusAt: at,
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'transfer_nonce')) throw new Conflict('transfers.file-used')
      throw error
    })
  await recordStep(tx, id, 'confirmed', { action: 'received' })
  return { id }
}

/** @throws Conflict when somebody on the roster has the card: the two must be told apart first */
export async function assertNewCard(tx: TransactionContext, cardNumber: string): Promise<void> {
  const [same] = await tx.db
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.cardNumber, cardNumber), isNull(member.leftOn)))
  if (same) throw new Conflict('transfers.card-on-roster')
}
