import { writeRejected } from '@sotay/domain/imports'
import { fileAnswer } from '../../server/file-answer'
import { sentence } from '../../server/refusals'
import { tenantLoader } from '../../server/tenant-loader'
import { texts } from '../../shell/texts.server'

/** The rejected lines with why, to be mended and sent in again. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const { file, name } = await writeRejected(
    ctx,
    { batchId: params.batchId ?? '' },
    {
      sheet: texts.t('imports:dryRun.rejected'),
      reason: texts.t('imports:dryRun.reason'),
      sentence: (field, { code, params }) => `${texts.t(`imports:fields.${field}`)}: ${sentence(code, params)}`,
    },
  )
  return fileAnswer(file, texts.t('imports:dryRun.rejectedName', { file: name }))
})
