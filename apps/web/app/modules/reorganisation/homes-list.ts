import { writeHomesList } from '@sotay/domain/reorganisation'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { askedTier } from './asked-tier.server'

/** What hangs on a tier, for other homes to be written in. */
export const loader = tenantLoader(async (ctx, { url }) => {
  const { level, day } = askedTier(ctx, url)
  const { name, content } = await writeHomesList(ctx, { level: level?.key ?? '-', day })
  return fileAnswer(content, name)
})
