import { authorize, type TenantContext } from '@sotay/kernel'
import { writeWorkbook } from '@sotay/sheets'
import { countExport, dateSql, levelName } from '../organisation'
import { openHomeFinder } from './home-finder'
import { type LevelReference, levelInput } from './inputs'
import texts from './locales/vi.json'
import { type HangingUnit, hangingUnits } from './units-of-level'

export const words = texts.homes

/**
 * What hangs on the committees of a tier, with where each will hang, as a workbook in which other homes are written.
 * @throws NotFound where the actor has no office for it, or may let no file out · TooMany beyond the day's files
 */
export async function writeHomesList(ctx: TenantContext, input: LevelReference) {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { level, day } = levelInput.parse(input)
  const [rows, finder] = await Promise.all([
    hangingUnits(ctx, scope, level, dateSql(day)),
    openHomeFinder(ctx, scope, dateSql(day)),
  ])
  await countExport(ctx, 'reorganisation.homes', rows.length)
  const content = await writeWorkbook<HangingUnit>(
    {
      sheet: words.sheet,
      title: words.title
        .replace('{{level}}', levelName(ctx, level))
        .replace('{{day}}', day.split('-').reverse().join('/')),
      columns: [
        { header: words.ending, width: 44, value: (row) => row.ending },
        { header: words.unit, width: 44, value: (row) => row.name },
        { header: words.members, width: 12, value: (row) => row.members },
        { header: words.home, width: 50, value: (row) => finder.writtenAs(row.aboveId) ?? row.above },
      ],
    },
    rows,
  )
  return { name: `${words.file}-${day}.xlsx`, content }
}
