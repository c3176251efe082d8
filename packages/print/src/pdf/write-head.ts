import { type OfficialDocument, PARTY } from '../official-document'
import { type Flow, writeText } from './flow'
import { lineHeight, linesOf, type Sheet, type Style, writeLine } from './sheet'

const column = (sheet: Sheet, x: number, width: number) => {
  let y = sheet.y
  return {
    write(text: string | undefined, style: Style) {
      for (const line of text ? linesOf(sheet, text, style, width) : []) {
        writeLine(sheet, line, { ...style, align: 'center' }, x, y, width)
        y += lineHeight(style.size)
      }
    },
    rule() {
      const reach = Math.min(width, sheet.pdf.font('bold').fontSize(12).widthOfString(PARTY)) / 2
      sheet.pdf
        .moveTo(x + width / 2 - reach, y + 1)
        .lineTo(x + width / 2 + reach, y + 1)
        .lineWidth(0.7)
        .stroke()
      y += 8
    },
    end: () => y,
  }
}

/** Issuer and number at the left, the Party's name with place and date at the right, then the title. */
export const writeHead = (flow: Flow, document: OfficialDocument) => {
  const { sheet } = flow
  const half = sheet.width / 2
  const left = column(sheet, sheet.left, half - 8)
  left.write(document.issuer.above?.toLocaleUpperCase('vi'), { face: 'regular', size: 12 })
  left.write(document.issuer.name.toLocaleUpperCase('vi'), { face: 'bold', size: 12 })
  left.write('*', { face: 'regular', size: 12 })
  left.write(document.number, { face: 'regular', size: 12 })
  const right = column(sheet, sheet.left + half + 8, half - 8)
  right.write(PARTY, { face: 'bold', size: 12 })
  right.rule()
  right.write(document.placeAndDate, { face: 'italic', size: 12 })
  sheet.y = Math.max(left.end(), right.end()) + 16
  writeText(flow, document.title.toLocaleUpperCase('vi'), { face: 'bold', size: 14, align: 'center' })
  if (document.subtitle) writeText(flow, document.subtitle, { face: 'bold', size: 12, align: 'center' })
  sheet.y += 12
}
