import { buffer } from 'node:stream/consumers'
import { openGrantScan } from '@sotay/domain/authority'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'

/** The scan of the decision that a role was granted by. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const { body, fileName } = await openGrantScan(ctx, { grantId: params.grantId ?? '' })
  return fileAnswer(await buffer(body), fileName)
})
