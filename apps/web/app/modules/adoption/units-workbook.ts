import { type AdoptionLine, exportAdoptionTable } from '@sotay/domain/adoption'
import { writeWorkbook } from '@sotay/sheets'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { texts } from '../../shell/texts.server'
import { overviewPlace } from './addresses'
import { percentOf } from './figures'

const t = (key: string, params?: Record<string, string>) => texts.t(`adoption:${key}`, params)

/** The table of units as a workbook, with its total and every target. */
export const loader = tenantLoader(async (ctx, { params, url }) => {
  const overview = await exportAdoptionTable(ctx, overviewPlace(url, params.unitId))
  const { unit, units, total, targets, countedOn } = overview
  const count = (key: string, value: (row: AdoptionLine) => number) => ({ header: t(`table.${key}`), value })
  const figures = targets.flatMap((target, index) => [
    { header: `${target.name}: ${t('table.base')}`, value: (row: AdoptionLine) => row.figures[index]?.base ?? null },
    {
      header: `${target.name}: ${t('table.reached')}`,
      value: (row: AdoptionLine) => row.figures[index]?.reached ?? null,
    },
    { header: t('table.percentHeader'), value: (row: AdoptionLine) => rounded(percentOf(row.figures[index]!)) },
  ])
  const layout = {
    sheet: t('overview.title'),
    title: `${t('overview.titleOf', { unit: unit.name })} (${(countedOn ?? overview.day).split('-').reverse().join('/')})`,
    columns: [
      { header: t('table.unit'), width: 36, value: (row: AdoptionLine) => row.name },
      count('cells', (row) => row.cells),
      count('members', (row) => row.members),
      count('probationary', (row) => row.probationary),
      count('exempt', (row) => row.exempt),
      count('without', (row) => row.without_smartphone),
      count('unknown', (row) => row.smartphone_unknown),
      count('registered', (row) => row.registered),
      count('awaiting', (row) => row.awaiting),
      count('active', (row) => row.active),
      ...figures,
    ],
  }
  const all = { ...total, id: unit.id, name: t('table.total'), kind: unit.kind }
  return fileAnswer(
    await writeWorkbook(layout, [...units, all]),
    `${t('table.file')}-${countedOn ?? overview.day}.xlsx`,
  )
})

const rounded = (percent: number | null): number | null => (percent === null ? null : Math.round(percent * 10) / 10)
