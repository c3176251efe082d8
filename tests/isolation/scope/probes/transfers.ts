import {
  acceptTransfer,
  confirmTransfer,
  decideTransfer,
  listReceivingCells,
  listTransfers,
  readOwnTransfers,
  readTransfer,
  readTransferee,
  readTransferLetter,
  receiveTransfer,
  requestOwnTransfer,
  requestTransfer,
} from '@sotay/domain/transfers'
import { makeDecision } from '@sotay/domain/transfers/factory'
import { ownProbe, type Probe, probe } from '../probe'
import { signedFile } from './signed-file'
import {
  acceptedTransfer,
  anybody,
  arrivingTransfer,
  decidedTransfer,
  nothing,
  requestedTransfer,
  someone,
} from './things'

const reason = 'Thay đổi nơi cư trú'

export const transfers: Probe[] = [
  ownProbe('transfers.own', 'readOwnTransfers', (ctx) => readOwnTransfers(ctx)),
  ownProbe('transfers.own', 'requestOwnTransfer', (ctx) =>
    requestOwnTransfer(ctx, { kind: 'out', elsewhere: 'Chi bộ tỉnh bạn', reason }),
  ),
  probe('transfers.read', 'listTransfers', requestedTransfer, async (ctx, transferId) =>
    (await listTransfers(ctx, { view: 'under-way' })).lines.some(({ id }) => id === transferId),
  ),
  probe('transfers.read', 'readTransfer', requestedTransfer, (ctx, transferId) => readTransfer(ctx, { transferId })),
  probe('transfers.read', 'readTransferLetter', decidedTransfer, (ctx, transferId) =>
    readTransferLetter(ctx, { transferId }),
  ),
  probe('transfers.request', 'readTransferee', someone, (ctx, memberId) => readTransferee(ctx, { memberId })),
  probe('transfers.request', 'requestTransfer', anybody, (ctx, { memberId }, { next }) =>
    requestTransfer(ctx, { memberId, kind: 'permanent', toUnitId: next.id, reason }),
  ),
  probe('transfers.answer', 'confirmTransfer', requestedTransfer, (ctx, transferId) =>
    confirmTransfer(ctx, { transferId }),
  ),
  probe('transfers.answer', 'acceptTransfer', arrivingTransfer, (ctx, transferId) =>
    acceptTransfer(ctx, { transferId }),
  ),
  probe('transfers.decide', 'decideTransfer', acceptedTransfer, (ctx, transferId) =>
    decideTransfer(ctx, { transferId, ...makeDecision(ctx), effectiveOn: '2024-01-11' }),
  ),
  probe('transfers.receive', 'listReceivingCells', nothing, async (ctx, _, { cell }) =>
    (await listReceivingCells(ctx, { search: cell.name })).some(({ id }) => id === cell.id),
  ),
  probe('transfers.receive', 'receiveTransfer', signedFile, (ctx, file, { cell }) =>
    receiveTransfer(ctx, { file, toUnitId: cell.id }),
  ),
]
