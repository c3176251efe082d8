import { SheetRefused } from '../sheet-refused'
import type { TableLimits } from '../table-limits'
import type { TableLine } from '../table-line'
import type { CellFormat } from './cell-formats'
import { cellText, type RawCell } from './cell-text'
import { readXml } from './read-xml'
import type { SharedStrings } from './shared-strings'

export interface SheetParts {
  strings?: SharedStrings
  formats: CellFormat[]
  since1904: boolean
}

/** The last row a sheet can have (ECMA-376 18.3.1.73). */
const LAST_ROW = 1_048_576

/** The lines of a sheet that hold something, as they are unpacked. */
export async function* readSheet(
  part: AsyncIterable<Uint8Array>,
  parts: SheetParts,
  limits: TableLimits,
): AsyncGenerator<TableLine, void, undefined> {
  const ready: TableLine[] = []
  const events = sheetEvents(parts, limits, (line) => ready.push(line))
  for await (const _ of readXml(part, events)) {
    yield* ready
    ready.length = 0
  }
}

function sheetEvents(
  { strings, formats, since1904 }: SheetParts,
  limits: TableLimits,
  found: (line: TableLine) => void,
) {
  let line = 0
  let rows = 0
  let cells: string[] | undefined
  let column = -1
  let cell: RawCell | undefined
  let into: 'value' | 'inline' | undefined
  let phonetic = false

  const endCell = () => {
    const text = cellText(cell!, strings, since1904)
    if (text === undefined) throw new SheetRefused('damaged', line)
    cell = undefined
    if (text === '') return
    if (column >= limits.columns) throw new SheetRefused('too-many-columns', line)
    if (text.length > limits.cellCharacters) throw new SheetRefused('cell-too-long', line)
    while (cells!.length < column) cells!.push('')
    cells![column] = text
  }

  return {
    open(name: string, attributes: Record<string, string>) {
      if (name === 'row') {
        const number = attributes.r === undefined ? line + 1 : Number(attributes.r)
        if (!Number.isInteger(number) || number <= line || number > LAST_ROW) throw new SheetRefused('damaged', line)
        line = number
        if (++rows > limits.rows) throw new SheetRefused('too-many-rows', line)
        cells = []
        column = -1
      } else if (name === 'c' && cells) {
        const next = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        if (next <= column) throw new SheetRefused('damaged', line)
        column = next
        cell = {
          type: attributes.t ?? 'n',
          format: formats[Number(attributes.s ?? 0)] ?? 'plain',
          value: '',
          inline: '',
        }
      } else if (name === 'v') into = 'value'
      else if (name === 'rPh') phonetic = true
      else if (name === 't' && !phonetic) into = 'inline'
    },
    text(piece: string) {
      if (!cell || !into) return
      cell[into] += piece
      if (cell[into].length > limits.cellCharacters) throw new SheetRefused('cell-too-long', line)
    },
    close(name: string) {
      if (name === 'v' || name === 't') into = undefined
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && cell) endCell()
      else if (name === 'row' && cells) {
        if (cells.length > 0) found({ line, cells })
        cells = undefined
      }
    },
  }
}

/** Number of a column, from 0, by its letters: `AB12` is 27; past the last one a number too large for any limit. */
function columnOf(reference: string): number {
  let number = 0
  for (let at = 0; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~0x20
    if (letter < 65 || letter > 90) break
    number = number * 26 + letter - 64
  }
  return number - 1
}
