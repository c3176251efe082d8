import type { FileChild } from 'docx'
import { type OfficialDocument, PARTY } from '../official-document'
import { type DocxLibrary, paragraph, sideBySide } from './style'

export const headParts = (docx: DocxLibrary, document: OfficialDocument): FileChild[] => {
  const { issuer, number, placeAndDate, title, subtitle } = document
  const centre = { align: 'center' } as const
  const left = [
    ...(issuer.above ? [paragraph(docx, issuer.above.toLocaleUpperCase('vi'), centre)] : []),
    paragraph(docx, issuer.name.toLocaleUpperCase('vi'), { ...centre, bold: true }),
    paragraph(docx, '*', centre),
    ...(number ? [paragraph(docx, number, centre)] : []),
  ]
  const party = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ text: PARTY, bold: true, underline: {} })],
  })
  const right = [party, ...(placeAndDate ? [paragraph(docx, placeAndDate, { ...centre, italics: true })] : [])]
  return [
    sideBySide(docx, [left, right], [0.5, 0.5]),
    paragraph(docx, '', { after: 120 }),
    paragraph(docx, title.toLocaleUpperCase('vi'), { ...centre, bold: true, size: 28 }),
    ...(subtitle ? [paragraph(docx, subtitle, { ...centre, bold: true })] : []),
    paragraph(docx, '', { after: 120 }),
  ]
}
