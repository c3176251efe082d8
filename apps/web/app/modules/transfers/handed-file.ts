import { handOverTransfer } from '@sotay/domain/transfers'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'

/** The signed file by which a member goes to another province. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const { name, content } = await handOverTransfer(ctx, { transferId: params.transferId ?? '' })
  return fileAnswer(content, name)
})
