import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { type CellStyle, type ColumnDef, writeXlsxStream } from 'hucre'
import type { SheetLayout, SheetRows } from './sheet-layout'

const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1E4E0' } },
  alignment: { wrapText: true, vertical: 'center' },
}
const TITLE: CellStyle = { font: { bold: true, size: 14 } }
// As text, a cell stays what it is also after somebody has edited it.
const TEXT: CellStyle = { numFmt: '@' }
const DAY: CellStyle = { numFmt: 'dd/mm/yyyy' }
const NUMBER: CellStyle = {}

const styleOf = (value: unknown): CellStyle => (value instanceof Date ? DAY : typeof value === 'number' ? NUMBER : TEXT)

/**
 * A workbook of one sheet with a frozen header. Texts are texts whatever they begin with, never formulas.
 * @returns the file; its rows are written as they come, packed
 */
export function writeWorkbook<Row>(layout: SheetLayout<Row>, rows: SheetRows<Row>): Promise<Buffer> {
  // The writer asks a column for its style at each cell, so that each cell has the one of its value.
  const columns: ColumnDef[] = layout.columns.map(({ header, width }) => ({
    width: width ?? Math.min(Math.max(header.length + 4, 12), 40),
  }))
  const styled = (style: (at: number) => CellStyle) =>
    columns.forEach((column, at) => {
      column.style = style(at)
    })
  async function* lines() {
    if (layout.title) {
      styled(() => TITLE)
      yield [layout.title]
    }
    styled(() => HEADER)
    yield layout.columns.map(({ header }) => header)
    for await (const row of rows) {
      const values = layout.columns.map((column) => shown(column.value(row)))
      styled((at) => styleOf(values[at]))
      yield values
    }
  }
  const stream = writeXlsxStream(lines(), {
    name: sheetName(layout.sheet),
    columns,
    freezePane: { rows: layout.title ? 2 : 1 },
    repeatHeaders: false,
  })
  return buffer(Readable.fromWeb(stream as WebStream))
}

/** The most a cell holds (Excel's specification). */
const LONGEST = 32_767
// Characters that XML 1.0 cannot carry would make the file unreadable.
const shown = <Value>(value: Value): Value | string | null =>
  typeof value === 'string'
    ? // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is left out
      value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').slice(0, LONGEST) || null
    : value

const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'
