import { readTransferLetter } from '@sotay/domain/transfers'
import { printWord } from '@sotay/print'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { letterDocument, letterFile } from './letter.server'

/** The letter of introduction as Word. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const letter = await readTransferLetter(ctx, { transferId: params.transferId ?? '' })
  return fileAnswer(await printWord(letterDocument(letter)), letterFile(letter, 'docx'))
})
