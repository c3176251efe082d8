import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { authorize, Conflict, Invalid, type TenantContext } from '@sotay/kernel'
import { openTable, SheetRefused, type TableLine } from '@sotay/sheets'
import { dateSql } from '../organisation'
import { openHomeFinder, plain } from './home-finder'
import { words } from './homes-list'
import { type ReadHomes, readHomesInput } from './inputs'
import { hangingUnits } from './units-of-level'

const limits = { bytes: 2_097_152, rows: 10_000, columns: 20, cellCharacters: 500, expandedBytes: 67_108_864 }
/** Lines that a refusal names; the others are counted. */
const MOST_NAMED = 5

/**
 * The homes written in a list (`writeHomesList`), by unit: those other than the level above.
 * @throws Invalid when the file cannot be read or is no such list · Conflict naming the lines whose units are not known
 */
export async function readHomesList(ctx: TenantContext, input: ReadHomes): Promise<Record<string, string>> {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { level, day, file } = readHomesInput.parse(input)
  const [lines, hanging, finder] = await Promise.all([
    readLines(file),
    hangingUnits(ctx, scope, level, dateSql(day)),
    openHomeFinder(ctx, scope, dateSql(day)),
  ])
  const units = new Map(hanging.map((unit) => [keyOf(unit.ending, unit.name), unit]))
  const homes: Record<string, string> = {}
  const wrong: string[] = []
  for (const { line, ending, name, home } of lines) {
    const unit = units.get(keyOf(ending, name))
    const found = home === '' && unit ? [unit.aboveId] : finder.find(home)
    if (!unit) wrong.push(`${line} (${name})`)
    else if (found.length !== 1) wrong.push(`${line} (${home})`)
    else if (found[0] !== unit.aboveId) homes[unit.id] = found[0]!
  }
  if (wrong.length > 0) {
    const named = wrong.slice(0, MOST_NAMED).join('; ')
    throw new Conflict('reorganisation.homes-unknown', { count: wrong.length, lines: named })
  }
  return homes
}

const keyOf = (ending: string, name: string): string => `${plain(ending)}\n${plain(name)}`

async function readLines(file: File) {
  const lines: TableLine[] = []
  const source = Readable.fromWeb(file.stream() as ReadableStream<Uint8Array>)
  try {
    for await (const line of openTable(source, file.name, limits)) lines.push(line)
  } catch (error) {
    if (error instanceof SheetRefused) throw new Invalid({ homesFile: ['reorganisation.homes-file-unread'] })
    throw error
  }
  const headings = [words.ending, words.unit, words.home].map(plain)
  const header = lines.findIndex(({ cells }) => headings.every((heading) => cells.map(plain).includes(heading)))
  if (header < 0) throw new Invalid({ homesFile: ['reorganisation.homes-file-other'] })
  const columns = lines[header]!.cells.map(plain)
  const at = headings.map((heading) => columns.indexOf(heading))
  return lines.slice(header + 1).map(({ line, cells }) => {
    const [ending = '', name = '', home = ''] = at.map((column) => (cells[column] ?? '').trim())
    return { line, ending, name, home }
  })
}
