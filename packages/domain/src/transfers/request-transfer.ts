import { isUniqueViolation } from '@sotay/db'
import {
  addMonths,
  authorize,
  Conflict,
  everywhere,
  Invalid,
  NotFound,
  newId,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { loadMeetingPlace, loadMember } from '../members'
import { type RequestOwnTransfer, type RequestTransfer, requestOwnTransferInput, requestTransferInput } from './inputs'
import { findTransfer } from './load-transfer'
import { recordStep } from './record-step'
import { rulesOf } from './rules'
import { transfer } from './schema'
import { stancesOf } from './stances'

type Wish = Omit<RequestTransfer, 'memberId'>
type Asked = Awaited<ReturnType<typeof loadMember>>

/**
 * The member asks to be transferred.
 * @throws NotFound for whom is no member · Conflict when one is under way, or the cell is their own or has ended · Invalid
 * for a temporary one beyond the province's months
 * Source: QN 10.2.2
 */
export async function requestOwnTransfer(ctx: TenantContext, input: RequestOwnTransfer): Promise<{ id: string }> {
  authorize(ctx, 'transfers.own')
  const wish = requestOwnTransferInput.parse(input)
  const { actor } = ctx
  if (actor.kind !== 'member') throw new NotFound()
  return transaction(ctx, async (tx) => ask(tx, await loadMember(tx, everywhere, actor.memberId), wish))
}

/**
 * An officer of the cell, or above it, asks for a member. Whoever answers for the cell confirms by asking.
 * @throws as `requestOwnTransfer`, and NotFound for a member outside the actor's scope
 */
export async function requestTransfer(ctx: TenantContext, input: RequestTransfer): Promise<{ id: string }> {
  const scope = authorize(ctx, 'transfers.request')
  const { memberId, ...wish } = requestTransferInput.parse(input)
  return transaction(ctx, async (tx) => {
    const asked = await ask(tx, await loadMember(tx, scope, memberId), wish)
    const held = stancesOf(tx, await findTransfer(tx, asked.id))
    if (tx.actor.kind === 'member' && held.has('old')) await recordStep(tx, asked.id, 'confirmed')
    return asked
  })
}

async function ask(tx: TransactionContext, person: Asked, wish: Wish): Promise<{ id: string }> {
  if (person.leftOn !== null) throw new NotFound()
  const place = wish.kind === 'out' ? elsewhere(tx, wish) : await within(tx, person, wish)
  const id = newId()
  const at = tx.clock.now()
  const { kind, reason } = wish
  await tx.db
    .insert(transfer)
    .values({
      id,
      memberId: person.id,
      fromUnitId: person.unitId,
      kind,
      reason,
      requestedAt: at,
      statusAt: at,
      status: 'requested',
      ...place,
    })
    .catch(refuseSecond)
  await recordStep(tx, id, 'requested')
  return { id }
}

function elsewhere(tx: TransactionContext, { partner, elsewhere }: Wish) {
  const known = partner ? tx.signatures.peers().find(({ slug }) => slug === partner) : undefined
  if (partner && !known) throw new Invalid({ partner: ['transfers.partner-unknown'] })
  return { elsewhere, partner: known?.slug ?? null }
}

async function within(tx: TransactionContext, person: Asked, { kind, toUnitId, from, until }: Wish) {
  await loadMeetingPlace(tx, toUnitId!, todayOf(tx))
  if (toUnitId === person.unitId) throw new Conflict('transfers.own-cell')
  if (kind !== 'temporary') return { toUnitId }
  const { temporaryMonths: months } = rulesOf(tx)
  if (until! > addMonths(from!, months)) throw new Invalid({ until: ['transfers.too-long'] })
  if (until! < todayOf(tx)) throw new Invalid({ until: ['transfers.until-past'] })
  return { toUnitId, effectiveOn: from, untilOn: until }
}

/** One transfer of a member at a time: the index has the last word between two at once. */
function refuseSecond(error: unknown): never {
  if (isUniqueViolation(error, 'transfer_under_way')) throw new Conflict('transfers.under-way')
  throw error
}
