import type { FileChild } from 'docx'
import { printable } from '../clean-text'
import { isLandscape, type OfficialDocument } from '../official-document'
import { blockParts } from './block-parts'
import { headParts } from './head-parts'
import { signatureParts } from './signature-parts'
import { pageMargins } from './style'

/** The document as a Word file in Times New Roman, of the same parts as the PDF. */
export const printWord = async (document: OfficialDocument): Promise<Buffer> => {
  // A library of this size is loaded by the first who prints.
  const docx = await import('docx')
  const landscape = isLandscape(document)
  const children: FileChild[] = [
    ...headParts(docx, document),
    ...document.blocks.flatMap((block) => blockParts(docx, block)),
    ...signatureParts(docx, document.signatures ?? []),
  ]
  const number = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT] })],
  })
  const file = new docx.Document({
    title: printable(document.title),
    creator: printable(document.issuer.name),
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 26, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: docx.convertMillimetersToTwip(210),
              height: docx.convertMillimetersToTwip(297),
              orientation: landscape ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
            },
            margin: pageMargins(docx),
          },
        },
        headers: { default: new docx.Header({ children: [number] }), first: new docx.Header({ children: [] }) },
        children,
      },
    ],
  })
  return docx.Packer.toBuffer(file)
}
