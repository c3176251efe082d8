import { writeTemplate } from '@sotay/domain/imports'
import { rosterFields } from '@sotay/domain/imports/inputs'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { texts } from '../../shell/texts.server'

/** An empty roster to fill in. */
export const loader = tenantLoader(async (ctx) => {
  const [scheme] = ctx.config.accounts.cardScheme
  const example = Object.fromEntries(
    rosterFields
      .filter((field) => texts.exists(`imports:template.example.${field}`))
      .map((field) => [field, texts.t(`imports:template.example.${field}`)]),
  )
  const words = {
    sheet: texts.t('imports:template.sheet'),
    heading: (field: string) => texts.t(`imports:fields.${field}`),
  }
  const file = await writeTemplate(ctx, words, { ...example, ...(scheme ? { cardNumber: scheme.example } : {}) })
  return fileAnswer(file, texts.t('imports:template.file'))
})
