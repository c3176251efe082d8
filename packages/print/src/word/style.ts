import type * as Docx from 'docx'
import { printableLines } from '../clean-text'

export type DocxLibrary = typeof Docx

export interface Look {
  bold?: boolean
  italics?: boolean
  /** Half points; the document's own size when absent. */
  size?: number
  align?: 'center' | 'left'
  keepNext?: boolean
  after?: number
}

export const pageMargins = (docx: DocxLibrary) => ({
  top: docx.convertMillimetersToTwip(20),
  bottom: docx.convertMillimetersToTwip(20),
  left: docx.convertMillimetersToTwip(30),
  right: docx.convertMillimetersToTwip(15),
})

/** A paragraph; the text's own lines stay lines. */
export const paragraph = (docx: DocxLibrary, text: string, look: Look = {}) =>
  new docx.Paragraph({
    alignment: look.align === 'center' ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
    keepNext: look.keepNext,
    spacing: { after: look.after ?? 0 },
    children: printableLines(text).map(
      (line, index) =>
        new docx.TextRun({
          text: line,
          bold: look.bold,
          italics: look.italics,
          size: look.size,
          break: index > 0 ? 1 : undefined,
        }),
    ),
  })

/** Cells side by side without lines, over the whole width. */
export const sideBySide = (docx: DocxLibrary, cells: Docx.Paragraph[][], shares: number[]) => {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new docx.TableCell({
              borders,
              width: { size: (shares[index] ?? 0) * 100, type: docx.WidthType.PERCENTAGE },
              children,
            }),
        ),
      }),
    ],
  })
}
