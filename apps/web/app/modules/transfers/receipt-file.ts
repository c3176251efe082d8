import { receiptOfTransfer } from '@sotay/domain/transfers'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'

/** The signed receipt for the province a member came from. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const { name, content } = await receiptOfTransfer(ctx, { transferId: params.transferId ?? '' })
  return fileAnswer(content, name)
})
