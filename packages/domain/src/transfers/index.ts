export { acceptTransfer, confirmTransfer, turnDownTransfer, withdrawTransfer } from './answer-transfer'
export { cancelTransfer, decideTransfer, redirectTransfer } from './decide-transfer'
export { handOverTransfer, type SignedFile } from './hand-over'
export { type DestinationChoices, listDestinations, listReceivingCells, readTransferee } from './list-destinations'
export { listTransfers, type TransferLine } from './list-transfers'
export { transfers } from './module'
export { readTransferLetter, type TransferLetter } from './read-letter'
export {
  type ReadTransfer,
  readOwnTransfers,
  readTransfer,
  type TransferDetails,
  type TransferStepLine,
} from './read-transfer'
export { closeByReceipt, closeTransfer, receiptOfTransfer } from './receipts'
export { receiveTransfer } from './receive-transfer'
export { requestOwnTransfer, requestTransfer } from './request-transfer'
export { type TransferKind, type TransferStatus, transfer } from './schema'
export type { Act as TransferAct } from './stances'
