import { buffer } from 'node:stream/consumers'
import { openCustodyScan } from '@sotay/domain/authority'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'

/** The scan of the decision by which a custodian was appointed. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const { body, fileName } = await openCustodyScan(ctx, { custodyId: params.custodyId ?? '' })
  return fileAnswer(await buffer(body), fileName)
})
