import {
  listBatches,
  listDifferences,
  listImportUnits,
  listRows,
  readBatch,
  resolveDifferences,
  startCommit,
  uploadRoster,
  writeProtocolSheet,
  writeRejected,
} from '@sotay/domain/imports'
import { makeRosterFile } from '@sotay/domain/imports/factory'
import {
  actOnMembers,
  addMember,
  exemptMember,
  exportMembers,
  leaveRoster,
  listMembers,
  listUnitMembers,
  readMemberHistory,
  readMemberLine,
} from '@sotay/domain/members'
import { Invalid, NotFound } from '@sotay/kernel'
import { type Probe, probe, unitProbe } from '../probe'
import { anybody, batch, nothing, reconciliation, someone } from './things'

export const members: Probe[] = [
  probe('members.read', 'listMembers', anybody, async (ctx, { memberId, cardNumber }) =>
    (await listMembers(ctx, { search: cardNumber })).members.some(({ id }) => id === memberId),
  ),
  unitProbe('members.read', 'listMembers of a unit', (ctx, unit) => listMembers(ctx, unit)),
  probe('members.read', 'readMemberLine', someone, (ctx, memberId) => readMemberLine(ctx, { memberId })),
  probe('members.read', 'readMemberHistory', someone, (ctx, memberId) => readMemberHistory(ctx, { memberId })),
  probe('members.read', 'exportMembers', anybody, async (ctx, { cardNumber }) => {
    const { rows } = await exportMembers(ctx, { search: cardNumber, columns: ['fullName'] })
    return rows === 1
  }),
  unitProbe('members.read', 'listUnitMembers', (ctx, unit) => listUnitMembers(ctx, unit)),
  probe('members.manage', 'addMember', nothing, (ctx, _, { cell }) =>
    addMember(ctx, { unitId: cell.id, fullName: 'Trần Thị Thêm', cardNumber: '98.765432', status: 'full' }),
  ),
  probe('members.manage', 'exemptMember', someone, (ctx, memberId) =>
    exemptMember(ctx, { memberId, from: '2024-01-01' }),
  ),
  probe('members.manage', 'leaveRoster', someone, (ctx, memberId) =>
    leaveRoster(ctx, { memberId, on: '2024-01-10', leaving: 'resigned' }),
  ),
  probe('members.manage', 'actOnMembers', someone, (ctx, memberId) =>
    actOnMembers(ctx, { act: 'exempt', from: '2024-01-01', memberIds: [memberId] }),
  ),
]

const words = { sheet: 'A', reason: 'Lý do', sentence: () => 'sai' }
const protocol = {
  sheet: 'A',
  title: 'Biên bản',
  columns: { kind: 'a', name: 'b', card: 'c', unit: 'd', difference: 'e', resolution: 'f', note: 'g' },
  kind: () => '',
  difference: () => '',
  resolution: () => '',
} as unknown as Parameters<typeof writeProtocolSheet>[2]

/** A unit that may not be chosen is refused beside its field, as one that is not there is. */
const unitRefused = (error: unknown): never => {
  throw error instanceof Invalid && error.fields.unitId ? new NotFound() : error
}

export const imports: Probe[] = [
  probe('imports.manage', 'listImportUnits', nothing, async (ctx, _, { cell }) =>
    (await listImportUnits(ctx, { search: cell.name })).some(({ id }) => id === cell.id),
  ),
  probe('imports.manage', 'listBatches', batch, async (ctx, batchId) =>
    (await listBatches(ctx, { purpose: 'import', size: 100 })).batches.some(({ id }) => id === batchId),
  ),
  probe('imports.manage', 'readBatch', batch, (ctx, batchId) => readBatch(ctx, { batchId }, 'import')),
  probe('imports.manage', 'listRows', batch, (ctx, batchId) => listRows(ctx, { batchId })),
  probe('imports.manage', 'writeRejected', batch, (ctx, batchId) => writeRejected(ctx, { batchId }, words)),
  probe('imports.manage', 'listDifferences', reconciliation, (ctx, batchId) => listDifferences(ctx, { batchId })),
  probe('imports.manage', 'writeProtocolSheet', reconciliation, (ctx, batchId) =>
    writeProtocolSheet(ctx, { batchId }, protocol),
  ),
  probe('imports.manage', 'uploadRoster', nothing, async (ctx, _, { cell }) => {
    const file = await makeRosterFile([{ fullName: 'Lê Văn Tệp', cardNumber: '99.123457', unit: cell.name }])
    return uploadRoster(ctx, { purpose: 'import', unitId: cell.id, file }).catch(unitRefused)
  }),
  probe('imports.manage', 'startCommit', batch, (ctx, batchId) => startCommit(ctx, { batchId })),
  probe('imports.manage', 'resolveDifferences', reconciliation, (ctx, batchId) =>
    resolveDifferences(ctx, { batchId, kind: 'missing', resolution: 'kept', all: true }),
  ),
]
