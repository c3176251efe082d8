import { printAdoption } from '@sotay/domain/adoption'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { overviewPlace } from './addresses'

/** The overview on paper. */
export const loader = tenantLoader(async (ctx, { params, url }) => {
  const { content, name } = await printAdoption(ctx, overviewPlace(url, params.unitId))
  return fileAnswer(content, name)
})
