import { makeAccount } from '@sotay/domain/accounts/factory'
import { makeSmartphone } from '@sotay/domain/adoption/factory'
import { grantRole, openGroup } from '@sotay/domain/authority'
import { makeSeat } from '@sotay/domain/authority/factory'
import { makeCardCase } from '@sotay/domain/cards/factory'
import { makeDossier, makeFileRequest, makePhoto } from '@sotay/domain/dossiers/factory'
import { makeCheckedImport, makeRosterFile } from '@sotay/domain/imports/factory'
import { makeTransfer } from '@sotay/domain/transfers/factory'
import type { Maker, Place, World } from '../province'

const HASH = { hash: 'không so' }

/** A member of the place's cell. */
export const someone: Maker<string> = async ({ make }, { cell }) =>
  (await make.member({ unitId: cell.id, memberSince: '2022-01-01' })).id

export const anybody: Maker<{ memberId: string; cardNumber: string }> = async ({ make }, { cell }) => {
  const { id, cardNumber } = await make.member({ unitId: cell.id, memberSince: '2022-01-01' })
  return { memberId: id, cardNumber }
}

const withAccount =
  (status: 'active' | 'awaiting_approval'): Maker<string> =>
  async (world, place) => {
    const memberId = await someone(world, place)
    return (await makeAccount(world.ctx, { memberId, password: HASH, status })).accountId
  }
export const activeAccount = withAccount('active')
export const awaitingAccount = withAccount('awaiting_approval')

/** A member whose file and portrait are there. */
export const withFile: Maker<string> = async (world, place) => {
  const memberId = await someone(world, place)
  await makeDossier(world.ctx, memberId, { birthPlace: 'Nơi sinh', health: 'Bình thường' })
  await makePhoto(world.ctx, memberId)
  return memberId
}

export const fileRequest: Maker<string> = async (world, place) =>
  (await makeFileRequest(world.ctx, await someone(world, place), { birthPlace: 'Nơi khác' })).requestId

/** What the member reported and nobody confirmed yet. */
export const reportedCase: Maker<string> = async (world, place) => {
  const { reportCard } = await import('@sotay/domain/cards')
  const { asMember } = await import('@sotay/domain/dossiers/factory')
  return (await reportCard(await asMember(world.ctx, await someone(world, place)), { kind: 'lost' })).id
}
export const confirmedCase: Maker<string> = async (world, place) =>
  (await makeCardCase(world.ctx, { memberId: await someone(world, place) })).id

const transferUpTo =
  (upTo: 'requested' | 'confirmed' | 'accepted' | 'decided'): Maker<string> =>
  async (world, place) =>
    (await makeTransfer(world.ctx, { memberId: await someone(world, place), toUnitId: place.next.id, upTo })).id
export const requestedTransfer = transferUpTo('requested')
export const acceptedTransfer = transferUpTo('accepted')
export const decidedTransfer = transferUpTo('decided')

/** From the cell beside into the place's own. */
export const arrivingTransfer: Maker<string> = async (world, place) =>
  requestedUpTo(world, { ...place, cell: place.next, next: place.cell }, 'confirmed')
const requestedUpTo = (world: World, place: Place, upTo: 'confirmed') => transferUpTo(upTo)(world, place)

const checkedImport =
  (purpose: 'import' | 'reconciliation'): Maker<string> =>
  async ({ ctx }, { cell }) => {
    const file = await makeRosterFile([{ fullName: 'Lê Văn Tệp', cardNumber: '99.123456', unit: cell.name }])
    return makeCheckedImport(ctx, { unitId: cell.id, file, purpose })
  }
export const batch = checkedImport('import')
export const reconciliation = checkedImport('reconciliation')

export const grant: Maker<string> = async (world, place) => {
  const given = { memberIds: [await someone(world, place)], role: 'unit_admin', unitId: place.committee.id }
  return (await grantRole(world.ctx, given)).grantIds[0]!
}
export const office: Maker<string> = async (world, place) => {
  const given = { memberIds: [await someone(world, place)], role: 'cell_deputy', unitId: place.cell.id }
  return (await grantRole(world.ctx, given)).grantIds[0]!
}

/** Of an agency of its own, since a unit has one seat. */
export const seat: Maker<{ seatId: string; custodyId: string }> = async (world, place) => {
  const agency = await world.make.unit({ parentId: place.committee.id, kind: 'agency', level: 'propaganda' })
  const memberId = await someone(world, place)
  const made = await makeSeat(world.ctx, { unitId: agency.id, role: 'propaganda_dept', memberId })
  return { ...made, custodyId: made.custodyId! }
}
export const group: Maker<string> = async ({ ctx }, { committee }) =>
  (await openGroup(ctx, { unitId: committee.id, name: 'Tổ thử' })).id

/** A member of whom it is known that there is a smartphone. */
export const counted: Maker<string> = async (world, place) => {
  const memberId = await someone(world, place)
  await makeSmartphone(world.ctx, { memberId, has: true })
  return memberId
}

export const nothing: Maker<undefined> = async () => undefined
