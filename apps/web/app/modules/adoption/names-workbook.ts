import { exportAdoptionNames } from '@sotay/domain/adoption'
import { writeWorkbook } from '@sotay/sheets'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { texts } from '../../shell/texts.server'
import { filterNames, nameFilterOf } from './addresses'

const t = (key: string) => texts.t(`adoption:names.${key}`)

/** The names behind a number as a workbook. */
export const loader = tenantLoader(async (ctx, { params, url }) => {
  const { unit, filter, names } = await exportAdoptionNames(ctx, {
    unitId: params.unitId ?? '',
    filter: nameFilterOf(url),
  })
  const layout = {
    sheet: t(filter),
    title: `${unit.name}: ${t(filter)}`,
    columns: [
      { header: t('name'), width: 30, value: (row: (typeof names)[number]) => row.name },
      { header: t('card'), width: 18, value: (row: (typeof names)[number]) => row.cardNumber },
      { header: t('unit'), width: 34, value: (row: (typeof names)[number]) => row.unitName },
      {
        header: t('status'),
        width: 14,
        value: (row: (typeof names)[number]) => t(row.probationary ? 'probationary' : 'full'),
      },
    ],
  }
  return fileAnswer(await writeWorkbook(layout, names), `${t('file')}-${filterNames[filter]}.xlsx`)
})
