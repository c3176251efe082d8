import { exportTree } from '@sotay/domain/organisation'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { readDay, readId } from './address'

/** The tree of a day as a workbook. */
export const loader = tenantLoader(async (ctx, { url }) => {
  const { content, name } = await exportTree(ctx, { day: readDay(url), unitId: readId(url, 'don-vi') })
  return fileAnswer(content, name)
})
