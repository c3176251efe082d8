import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { member } from '../members'
import { type TransferId, transferIdInput } from './inputs'
import { letterNumber } from './letter-number'
import { loadForAct } from './load-transfer'
import { writeSigned } from './signed-file'

/** A file that was not taken in by then is asked for anew. */
const VALID_MS = 30 * 86_400_000

export interface SignedFile {
  name: string
  content: string
}

/**
 * The signed file by which a member goes to another province, to be handed over. It may be taken again: the other side
 * takes in one of them, once.
 * @throws NotFound for whom is not the deciding committee · Conflict before the decision, or where no file goes
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
    })
    audit(tx, 'transfers.file-issued', { id: transferId }, { partner })
    return { name: `chuyen-sinh-hoat-${tx.tenant.slug}-${partner}-${nonce.slice(-6)}.json`, content }
  })
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
