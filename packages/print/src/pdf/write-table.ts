import { columnShares } from '../column-shares'
import type { Flow } from './flow'
import { lineHeight, linesOf, type Style, writeLine } from './sheet'

const CELL: Style = { face: 'regular', size: 10 }
const HEAD: Style = { face: 'bold', size: 10, align: 'center' }
const PAD = 4
// The head comes again on each page and must leave room for rows.
const HEAD_LINES = 12
// Between pages of work the server answers others.
const ROWS_AT_ONCE = 50

type Cells = string[][]

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A table that goes on over pages with its head repeated; a row taller than a page goes on too. */
export const writeTable = async (flow: Flow, columns: string[], rows: string[][]) => {
  const { sheet } = flow
  const widths = columnShares(columns, rows).map((share) => share * sheet.width)
  const height = lineHeight(CELL.size)
  const wrap = (row: string[], style: Style): Cells =>
    widths.map((width, column) => linesOf(sheet, row[column] ?? '', style, width - 2 * PAD))
  const heightOf = (cells: Cells) => Math.max(1, ...cells.map((lines) => lines.length)) * height + 2 * PAD

  const draw = (cells: Cells, style: Style) => {
    const tall = heightOf(cells)
    let x = sheet.left
    sheet.pdf.lineWidth(0.5)
    for (const [column, width] of widths.entries()) {
      sheet.pdf.rect(x, sheet.y, width, tall).stroke()
      for (const [index, line] of (cells[column] ?? []).entries())
        writeLine(sheet, line, style, x + PAD, sheet.y + PAD + index * height, width - 2 * PAD)
      x += width
    }
    sheet.y += tall
  }

  const head = wrap(columns, HEAD).map((lines) => lines.slice(0, HEAD_LINES))
  const turn = () => {
    flow.turn()
    draw(head, HEAD)
  }
  const drawRow = (cells: Cells) => {
    let rest = cells
    while (heightOf(rest) > sheet.bottom - sheet.y) {
      const fresh = sheet.bottom - sheet.y
      const fits = Math.floor((fresh - 2 * PAD) / height)
      if (heightOf(rest) > pageful && fits >= 3) {
        draw(
          rest.map((lines) => lines.slice(0, fits)),
          CELL,
        )
        rest = rest.map((lines) => lines.slice(fits))
      }
      turn()
    }
    draw(rest, CELL)
  }

  if (sheet.y + heightOf(head) + 3 * height > sheet.bottom) flow.turn()
  draw(head, HEAD)
  const pageful = sheet.bottom - sheet.pdf.page.margins.top - heightOf(head)
  for (const [index, row] of rows.entries()) {
    drawRow(wrap(row, CELL))
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe()
  }
  sheet.y += 10
}
