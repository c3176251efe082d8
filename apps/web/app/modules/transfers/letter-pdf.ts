import { readTransferLetter } from '@sotay/domain/transfers'
import { printPdf } from '@sotay/print'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { letterDocument, letterFile } from './letter.server'

/** The letter of introduction as PDF. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const letter = await readTransferLetter(ctx, { transferId: params.transferId ?? '' })
  return fileAnswer(await printPdf(letterDocument(letter)), letterFile(letter, 'pdf'))
})
