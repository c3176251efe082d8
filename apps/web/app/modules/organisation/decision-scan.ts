import { buffer } from 'node:stream/consumers'
import { openScan } from '@sotay/domain/organisation'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'

/** The scan of a decision. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const { body, fileName } = await openScan(ctx, { decisionId: params.decisionId ?? '' })
  return fileAnswer(await buffer(body), fileName)
})
