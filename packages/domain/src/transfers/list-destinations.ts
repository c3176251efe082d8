import { authorize, everywhere, NotFound, type Peer, type TenantContext } from '@sotay/kernel'
import { readMemberLine } from '../members'
import { type UnitChoice, unitChoices } from '../organisation'
import { type Destinations, destinationsInput } from './inputs'
import { rulesOf } from './rules'

export interface DestinationChoices {
  cells: UnitChoice[]
  /** Provinces with which signed files are exchanged. */
  peers: Peer[]
  /** Months a temporary transfer may last at most. */
  temporaryMonths: number
}

/**
 * The cells of the province by name, for whoever asks to be transferred or sends somebody on: a destination is anywhere.
 * @throws NotFound where the province has no transfers
 */
export async function listDestinations(ctx: TenantContext, input: Destinations = {}): Promise<DestinationChoices> {
  authorize(ctx, 'transfers.own')
  const { temporaryMonths } = rulesOf(ctx)
  const { search } = destinationsInput.parse(input)
  const cells = search ? await unitChoices(ctx, { search, kinds: ['cell'], scope: everywhere }) : []
  return { cells, peers: ctx.signatures.peers(), temporaryMonths }
}

/** The cells that the actor's office may take somebody from elsewhere into. @throws NotFound for whom it is not */
export async function listReceivingCells(ctx: TenantContext, input: Destinations = {}): Promise<UnitChoice[]> {
  const scope = authorize(ctx, 'transfers.receive')
  rulesOf(ctx)
  const { search } = destinationsInput.parse(input)
  return search ? unitChoices(ctx, { search, kinds: ['cell'], scope }) : []
}

/** Whom an officer asks for. @throws NotFound outside the actor's scope, and of somebody who left */
export async function readTransferee(ctx: TenantContext, { memberId }: { memberId: string }) {
  authorize(ctx, 'transfers.request')
  const { id, fullName, cardNumber, unitName, leftOn } = await readMemberLine(ctx, { memberId })
  if (leftOn !== null) throw new NotFound()
  return { id, fullName, cardNumber, unitName }
}
