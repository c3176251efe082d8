import { audit, authorize, Conflict, type TenantContext, type TransactionContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { packFile } from '../dossiers'
import { member } from '../members'
import { SEALED_CHARACTERS, type TransferId, transferIdInput } from './inputs'
import { letterNumber } from './letter-number'
import { loadForAct } from './load-transfer'
import { fileLabel, writeSigned } from './signed-file'

/** A file that was not taken in by then is asked for anew. */
const VALID_MS = 30 * 86_400_000

export interface SignedFile {
  name: string
  content: string
}

/**
 * The signed file by which a member goes to another province, to be handed over, with the member's own file sealed for
 * that province alone. It may be taken again: the other side takes in one of them, once.
 * @throws NotFound for whom is not the deciding committee · Conflict before the decision, where no file
 * goes, or where the member's own is too large for one
 */
export async function handOverTransfer(ctx: TenantContext, input: TransferId): Promise<SignedFile> {
  authorize(ctx, 'transfers.decide')
  const { transferId } = transferIdInput.parse(input)
  return transaction(ctx, async (tx) => {
    const found = await loadForAct(tx, transferId, 'close')
    const { partner, nonce, memberId, effectiveOn, homeName } = found
    if (!partner || !nonce) throw new Conflict('transfers.no-partner')
    const [person] = await tx.db.select(personColumns).from(member).where(eq(member.id, memberId!))
    const now = tx.clock.now()
    const content = writeSigned(tx, 'transfer', {
      from: { slug: tx.tenant.slug, name: tx.tenant.name, cell: homeName ?? '' },
      to: partner,
      nonce,
      issuedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + VALID_MS).toISOString(),
      effectiveOn: effectiveOn!,
      letter: letterNumber(found) ?? '',
      person: person!,
      file: await sealFile(tx, memberId!, { to: partner, nonce }),
    })
    audit(tx, 'transfers.file-issued', { id: transferId }, { partner })
    return { name: `chuyen-sinh-hoat-${tx.tenant.slug}-${partner}-${nonce.slice(-6)}.json`, content }
  })
}

async function sealFile(tx: TransactionContext, memberId: string, { to, nonce }: { to: string; nonce: string }) {
  const label = fileLabel({ from: tx.tenant.slug, to, nonce })
  const sealed = tx.signatures.sealFor(to, label, JSON.stringify(await packFile(tx, memberId)))
  if (sealed === undefined) throw new Conflict('transfers.no-partner')
  if (sealed.length > SEALED_CHARACTERS) throw new Conflict('transfers.file-too-large')
  return sealed
}

const personColumns = {
  fullName: member.fullName,
  cardNumber: member.cardNumber,
  phone: member.phone,
  gender: member.gender,
  status: member.status,
  birthDate: member.birthDate,
  admittedOn: member.admittedOn,
  confirmedOn: member.confirmedOn,
  probationEndsOn: member.probationEndsOn,
  exemptFrom: member.exemptFrom,
  exemptUntil: member.exemptUntil,
}
