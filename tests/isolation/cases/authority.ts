import { appointCustodian, grantRole, openGroup } from '@sotay/domain/authority'
import { makeSeat, someDecision } from '@sotay/domain/authority/factory'
import { systemClock } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const now = ({ ctx }: PeopledProvince) => ({ ...ctx, clock: systemClock })

const grant = async (province: PeopledProvince) => {
  const { id } = await province.make.member()
  const given = { memberIds: [id], role: 'unit_admin', unitId: province.units.grassroots.id }
  return (await grantRole(now(province), given)).grantIds[0]!
}

// At an agency of its own: a unit has one seat.
const seat = async (province: PeopledProvince) => {
  const { units, make } = province
  const agency = await make.unit({ parentId: units.grassroots.id, kind: 'agency', level: 'propaganda' })
  const memberId = (await make.member()).id
  return makeSeat(now(province), { unitId: agency.id, role: 'propaganda_dept', memberId })
}

/** An appointment whose decision has a scan. */
const scannedAppointment = async (province: PeopledProvince) => {
  const { units, make } = province
  const agency = await make.unit({ parentId: units.grassroots.id, kind: 'agency', level: 'propaganda' })
  const { seatId } = await makeSeat(now(province), { unitId: agency.id, role: 'propaganda_dept' })
  const decision = someDecision({ file: new File(['%PDF-1.7'], 'quyet-dinh.pdf') })
  const given = { seatId, memberId: (await make.member()).id, decision }
  return (await appointCustodian(now(province), given)).id
}

const group = async (province: PeopledProvince) =>
  (await openGroup(now(province), { unitId: province.units.grassroots.id, name: 'Tổ thử' })).id

export const authority: RouteCases = {
  '/quan-tri/phan-quyen': { who: 'authority.read' },
  '/quan-tri/phan-quyen/moi': { who: 'authority.read' },
  '/quan-tri/phan-quyen/de-nghi': { who: 'authority.manage' },
  '/quan-tri/phan-quyen/:grantId': { who: 'authority.read', id: grant, opener: 'unit_admin' },
  // The grant of a test has no scan: even its own reader finds none.
  '/quan-tri/phan-quyen/quyet-dinh/:grantId': { who: 'authority.read', id: grant },
  '/quan-tri/vi-tri': { who: 'authority.read' },
  '/quan-tri/vi-tri/moi': { who: 'authority.manage' },
  '/quan-tri/vi-tri/:seatId': {
    who: 'authority.read',
    id: async (province) => (await seat(province)).seatId,
    opener: 'unit_admin',
  },
  '/quan-tri/vi-tri/bien-ban/:custodyId': {
    who: 'authority.read',
    id: async (province) => (await seat(province)).custodyId!,
    opener: 'unit_admin',
  },
  '/quan-tri/vi-tri/quyet-dinh/:custodyId': { who: 'authority.read', id: scannedAppointment, opener: 'unit_admin' },
  '/quan-tri/nhom': { who: 'authority.read' },
  '/quan-tri/nhom/moi': { who: 'authority.read' },
  '/quan-tri/nhom/:groupId': { who: 'authority.read', id: group, opener: 'unit_admin' },
  '/quan-tri/uy-quyen': { who: 'authority.read' },
  '/quan-tri/ai-lam-gi': { who: 'authority.read' },
}
