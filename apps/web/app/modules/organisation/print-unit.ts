import { printUnit } from '@sotay/domain/organisation'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { readDay } from './address'

/** A unit as of a day on paper. */
export const loader = tenantLoader(async (ctx, { params, url }) => {
  const { content, name } = await printUnit(ctx, { unitId: params.unitId ?? '', day: readDay(url) })
  return fileAnswer(content, name)
})
