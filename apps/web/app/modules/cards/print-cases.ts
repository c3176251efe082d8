import { printCases } from '@sotay/domain/cards'
import { todayOf } from '@sotay/kernel'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { texts } from '../../shell/texts.server'
import { caseView } from './case-view.server'

/** The list as it is filtered, to print and sign. */
export const loader = tenantLoader(async (ctx, { url }) => {
  const day = todayOf(ctx)
  return fileAnswer(await printCases(ctx, caseView(url).filters), `${texts.t('cards:print.file')}-${day}.pdf`)
})
