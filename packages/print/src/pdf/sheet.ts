import PDFDocument from 'pdfkit'
import { printableLines } from '../clean-text'
import type { Fonts } from './fonts'
import { wrapText } from './wrap-text'

type Face = keyof Fonts

export interface Style {
  face: Face
  /** Points. */
  size: number
  align?: 'left' | 'center' | 'right'
}

/** The pages being written, and how far down the present one is. */
export interface Sheet {
  pdf: PDFKit.PDFDocument
  left: number
  width: number
  bottom: number
  y: number
}

const POINTS_PER_MM = 72 / 25.4
export const mm = (length: number) => length * POINTS_PER_MM
// Margins of Party documents: 30 mm where the page is bound, 20 mm above and below, 15 mm at the other side.
const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) }

export const lineHeight = (size: number) => size * 1.4

export const openSheet = (fonts: Fonts, landscape: boolean, title: string): Sheet => {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margins: MARGINS,
    font: '',
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: title },
  })
  for (const [face, file] of Object.entries(fonts)) pdf.registerFont(face, file)
  return {
    pdf,
    left: MARGINS.left,
    width: pdf.page.width - MARGINS.left - MARGINS.right,
    bottom: pdf.page.height - MARGINS.bottom,
    y: MARGINS.top,
  }
}

/** The first page of a further document, without a number like that of the first. */
export const firstPage = (sheet: Sheet) => {
  sheet.pdf.addPage()
  sheet.y = MARGINS.top
}

/** A new page, numbered at the top; the first bears no number. */
export const nextPage = (sheet: Sheet, number: number) => {
  sheet.pdf.addPage()
  writeLine(sheet, String(number), { face: 'regular', size: 11, align: 'center' }, sheet.left, mm(10), sheet.width)
  sheet.y = MARGINS.top
}

export const linesOf = (sheet: Sheet, text: string, style: Style, width: number): string[] => {
  sheet.pdf.font(style.face).fontSize(style.size)
  return wrapText(printableLines(text), width, (part) => sheet.pdf.widthOfString(part))
}

/** One line at a place; never breaks and never turns the page. */
export const writeLine = (sheet: Sheet, line: string, style: Style, x: number, y: number, width: number) => {
  if (!line) return
  sheet.pdf.font(style.face).fontSize(style.size)
  const spare = width - sheet.pdf.widthOfString(line)
  const shift = style.align === 'center' ? spare / 2 : style.align === 'right' ? spare : 0
  sheet.pdf.text(line, x + shift, y, { lineBreak: false })
}
