import type { FileChild } from 'docx'
import type { Signature } from '../official-document'
import { type DocxLibrary, paragraph, sideBySide } from './style'

// Empty lines for a hand and a stamp.
const ROOM = 4

export const signatureParts = (docx: DocxLibrary, signatures: Signature[]): FileChild[] => {
  if (signatures.length === 0) return []
  const look = { align: 'center', bold: true } as const
  const cells = signatures.map(({ role, name }) => [
    paragraph(docx, role.toLocaleUpperCase('vi'), look),
    ...Array.from({ length: ROOM }, () => paragraph(docx, '')),
    paragraph(docx, name ?? '', look),
  ])
  if (cells.length === 1) cells.unshift([paragraph(docx, '')])
  return [
    paragraph(docx, '', { after: 120 }),
    sideBySide(
      docx,
      cells,
      cells.map(() => 1 / cells.length),
    ),
  ]
}
