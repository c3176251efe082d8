import { recordOperation } from '@sotay/operations'
import { allOperations, type OperationLine } from '@sotay/operations/operators'
import { writeCsv } from '@sotay/sheets'
import { operatorLoader } from '../server/operator-loader'
import { texts } from '../shell/texts'
import { filterOf } from './trail-address'

/** The lines a filter finds, as a file; taking one is itself a line of the trail. */
export const loader = operatorLoader('operator', async (ctx, { url, locale }) => {
  const filter = filterOf(url)
  await recordOperation(ctx, 'operator.trail-exported', filter.tenant ?? null, { ...filter })
  const t = (key: string) => texts[locale].t(`console:operations.${key}`)
  const columns = [
    { header: t('at'), value: (row: Line) => row.at.toISOString() },
    { header: t('what'), value: (row: Line) => row.operation },
    { header: t('tenant'), value: (row: Line) => row.tenantSlug },
    { header: t('by'), value: (row: Line) => row.actor },
    { header: t('reason'), value: (row: Line) => row.reason },
  ]
  const body = await writeCsv({ columns }, allOperations(ctx, filter))
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="nhat-ky-van-hanh.csv"',
    },
  })
})

type Line = OperationLine
