import { printHandoverRecord } from '@sotay/domain/authority'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'

/** The record of a handing over, to print and sign. */
export const loader = tenantLoader(async (ctx, { params }) =>
  fileAnswer(await printHandoverRecord(ctx, { custodyId: params.custodyId ?? '' }), 'bien-ban-ban-giao.pdf'),
)
