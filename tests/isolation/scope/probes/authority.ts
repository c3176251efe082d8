import {
  closeGroup,
  endGrants,
  grantRole,
  listGrants,
  listGroups,
  listSeats,
  openGroup,
  openSeat,
  printHandoverRecord,
  readGrant,
  readGroup,
  revokeCustody,
  seatHistory,
  whatMayDo,
  whoCanDo,
} from '@sotay/domain/authority'
import { Conflict, NotFound, type TenantContext } from '@sotay/kernel'
import { type Probe, probe, unitProbe } from '../probe'
import { grant, group, nothing, office, seat, someone } from './things'

/** Who hands out the offices of cells is told which roles are not theirs, of places that they see anyway. */
const notYours = (error: unknown): never => {
  throw error instanceof Conflict && error.code === 'authority.role-not-yours' ? new NotFound() : error
}

async function onSomePage(ctx: TenantContext, grantId: string): Promise<boolean> {
  for (let after: string | undefined; ; ) {
    const { grants, next } = await listGrants(ctx, { after })
    if (grants.some(({ id }) => id === grantId)) return true
    if (!next) return false
    after = next
  }
}

export const authority: Probe[] = [
  unitProbe('authority.read', 'listGrants', (ctx, unit) => listGrants(ctx, unit)),
  probe('authority.read', 'listGrants at large', grant, onSomePage),
  probe('authority.read', 'readGrant', grant, (ctx, grantId) => readGrant(ctx, { grantId })),
  probe('authority.read', 'listSeats', seat, async (ctx, { seatId }) =>
    (await listSeats(ctx)).seats.some(({ id }) => id === seatId),
  ),
  probe('authority.read', 'seatHistory', seat, (ctx, { seatId }) => seatHistory(ctx, { seatId })),
  probe('authority.read', 'printHandoverRecord', seat, (ctx, { custodyId }) => printHandoverRecord(ctx, { custodyId })),
  probe('authority.read', 'listGroups', group, async (ctx, groupId) =>
    (await listGroups(ctx)).groups.some(({ id }) => id === groupId),
  ),
  probe('authority.read', 'readGroup', group, (ctx, groupId) => readGroup(ctx, { groupId })),
  unitProbe('authority.read', 'whoCanDo', (ctx, unit) => whoCanDo(ctx, unit)),
  probe('authority.read', 'whatMayDo', someone, (ctx, memberId) => whatMayDo(ctx, { memberId })),
  probe('authority.grantBelow', 'grantRole in a cell', someone, (ctx, memberId, { cell }) =>
    grantRole(ctx, { memberIds: [memberId], role: 'cell_secretary', unitId: cell.id }),
  ),
  probe('authority.grantBelow', 'endGrants in a cell', office, (ctx, grantId) =>
    endGrants(ctx, { grantIds: [grantId] }),
  ),
  probe('authority.grantBelow', 'openGroup', nothing, (ctx, _, { committee }) =>
    openGroup(ctx, { unitId: committee.id, name: 'Tổ mới' }),
  ),
  probe('authority.grantBelow', 'closeGroup', group, (ctx, groupId) => closeGroup(ctx, { groupId })),
  probe('authority.manage', 'grantRole', someone, (ctx, memberId, { committee }) =>
    grantRole(ctx, { memberIds: [memberId], role: 'statistics_officer', unitId: committee.id }).catch(notYours),
  ),
  probe('authority.manage', 'endGrants', grant, (ctx, grantId) => endGrants(ctx, { grantIds: [grantId] })),
  probe('authority.manage', 'openSeat', nothing, (ctx, _, { committee }) =>
    openSeat(ctx, { unitId: committee.id, name: 'Tài khoản quản trị', role: 'unit_admin' }),
  ),
  probe('authority.manage', 'revokeCustody', seat, (ctx, { custodyId }) =>
    revokeCustody(ctx, { custodyId, reason: 'Thôi nhiệm vụ' }),
  ),
]
