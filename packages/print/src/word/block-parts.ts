import type { FileChild } from 'docx'
import { columnShares } from '../column-shares'
import type { Block } from '../official-document'
import { type DocxLibrary, paragraph, sideBySide } from './style'

const CELL_SIZE = 22
const LABEL_SHARE = 0.38
const PIXELS_PER_INCH = 96

const table = (docx: DocxLibrary, columns: string[], rows: string[][]) => {
  const shares = columnShares(columns, rows)
  const cell = (text: string, column: number, head: boolean) =>
    new docx.TableCell({
      width: { size: (shares[column] ?? 0) * 100, type: docx.WidthType.PERCENTAGE },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [paragraph(docx, text, { bold: head, size: CELL_SIZE, align: head ? 'center' : 'left' })],
    })
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) => cell(column, index, true)),
      }),
      ...rows.map(
        (row) => new docx.TableRow({ children: columns.map((_, column) => cell(row[column] ?? '', column, false)) }),
      ),
    ],
  })
}

export const blockParts = (docx: DocxLibrary, block: Block): FileChild[] => {
  switch (block.kind) {
    case 'heading':
      return [paragraph(docx, block.text, { bold: true, keepNext: true, after: 60 })]
    case 'paragraph':
      return [paragraph(docx, block.text, { after: 120 })]
    case 'facts':
      return block.rows.map(([label, value]) =>
        sideBySide(docx, [[paragraph(docx, label)], [paragraph(docx, value)]], [LABEL_SHARE, 1 - LABEL_SHARE]),
      )
    case 'picture': {
      const side = Math.round((block.size / 25.4) * PIXELS_PER_INCH)
      const picture = { type: 'png' as const, data: block.png, transformation: { width: side, height: side } }
      return [new docx.Paragraph({ children: [new docx.ImageRun(picture)] })]
    }
    case 'table':
      return [table(docx, block.columns, block.rows), paragraph(docx, '', { after: 60 })]
  }
}
